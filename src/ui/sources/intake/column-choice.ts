import type { ColumnUse } from "../../../core/collection/edit-columns.ts";
import type { MappedColumn, WideMapping } from "../../../core/collection/wide-mapping.ts";
import { questionOf } from "./mapping-state.ts";

const WITHOUT_QUESTION = {
  respondent: "State (respondent)",
  dissemination: "Wider dissemination",
  ignored: "Not used",
} as const;

const OF_QUESTION = {
  answer: "Answer",
  summary: "Comment",
  codes: "List of codes",
  basis: "Basis",
  locator: "Place in the source",
} as const;

const NEW_QUESTION = ["answer", "summary", "codes"] as const;

/** A choice of a column's use, as a select needs it. */
export interface ColumnChoice {
  readonly value: string;
  readonly label: string;
}

export interface ColumnChoiceGroup {
  readonly group: string;
  readonly items: readonly ColumnChoice[];
}

/** Everything that a column can be, question by question. Of the questions their ids alone, so that no label makes these choices anew. */
export function columnChoices(questions: readonly { readonly id: string }[]): readonly ColumnChoiceGroup[] {
  return [
    {
      group: "The table",
      items: entriesOf(WITHOUT_QUESTION).map(([is, label]) => ({ value: is, label })),
    },
    ...questions.map(({ id }) => ({
      group: `Question ${id}`,
      items: entriesOf(OF_QUESTION).map(([is, word]) => ({ value: `${is}:${id}`, label: `${id} ${word}` })),
    })),
    {
      group: "A question of its own",
      items: NEW_QUESTION.map((is) => ({ value: `${is}:`, label: `New question: ${OF_QUESTION[is].toLowerCase()}` })),
    },
  ];
}

/** The choice of a value, as it stands among all of them; null where there is none. */
export function columnChoice(value: string): ColumnChoice | null {
  const use = chosenUse(value);
  if (use === null) return null;
  if (!("question" in use)) return { value, label: WITHOUT_QUESTION[use.is] };
  return use.question === null ? null : { value, label: `${use.question} ${OF_QUESTION[use.is]}` };
}

/** What a column is, as a choice's value. */
export function choiceOf(mapping: WideMapping, column: MappedColumn): string {
  const question = questionOf(mapping, column);
  return question === null ? column.is : `${column.is}:${question}`;
}

/** The use that a choice's value stands for; null where it is none. */
export function chosenUse(choice: string): ColumnUse | null {
  const at = choice.indexOf(":");
  const [is, question] = at < 0 ? [choice, null] : [choice.slice(0, at), choice.slice(at + 1)];
  if (question === null) return isKeyOf(WITHOUT_QUESTION, is) ? { is } : null;
  return isKeyOf(OF_QUESTION, is) ? { is, question: question === "" ? null : question } : null;
}

function isKeyOf<T extends object>(table: T, key: string): key is keyof T & string {
  return Object.hasOwn(table, key);
}

function entriesOf<T extends Readonly<Record<string, string>>>(table: T): readonly (readonly [string, string])[] {
  return Object.entries(table);
}
