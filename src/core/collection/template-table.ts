import type { DraftQuestion } from "../notebook/query-draft.ts";
import { choiceTexts } from "./choice-texts.ts";
import type { TemplateContext } from "./response-template.ts";
import type { ReturnedAnswers } from "./returned-answers.ts";
import {
  fixedCell,
  inputCell,
  type TemplateCell,
  type TemplateRow,
  type TemplateSheet,
  templateRow,
} from "./template-book.ts";
import { instructions } from "./template-instructions.ts";
import { printField, type TemplateField } from "./template-keys.ts";
import { DISSEMINATION_TEXTS, FIXED_LISTS, MARK_TEXT } from "./template-lists.ts";

const START_COLUMNS = [28, 100].map((width) => ({ width, isHidden: false }));
const HEADING_HEIGHT = 48;

/** The sheets that several respondents share: what is asked, then one table with a row for each of them. */
export function tableSheets(context: TemplateContext, returned: readonly ReturnedAnswers[]): readonly TemplateSheet[] {
  const columns = [
    ...respondentColumns(context),
    ...context.draft.questions.flatMap((one) => questionColumns(context, one)),
  ];
  return [startSheet(context), answerSheet(columns, returned)];
}

interface TableColumn {
  readonly field: TemplateField;
  /** What stands above the heading of the first column of a question. */
  readonly group: string;
  readonly heading: string;
  readonly width: number;
  readonly input: (returned: ReturnedAnswers) => TemplateCell;
}

function startSheet({ draft }: TemplateContext): TemplateSheet {
  const entry = (name: string, text: string) => templateRow(fixedCell(name, "label"), fixedCell(text));
  const question = ({ id, label, wording, explanation }: DraftQuestion) =>
    entry(`${id}  ${label}`, [wording, explanation].filter((text) => text !== "").join("\n"));
  const rows = [
    templateRow(fixedCell(draft.title, "title")),
    templateRow(),
    ...instructions(draft, "table").map(([name, text]) => entry(name, text)),
    templateRow(),
    templateRow(fixedCell("Questions", "group")),
    ...draft.questions.map(question),
  ];
  return { name: "Start", visibility: "visible", columns: START_COLUMNS, rows, frozen: { rows: 0, columns: 0 } };
}

function answerSheet(columns: readonly TableColumn[], returned: readonly ReturnedAnswers[]): TemplateSheet {
  const keys = templateRow(...columns.map(({ field }) => fixedCell(printField(field))));
  const headings = templateRow(...columns.map(({ heading }) => fixedCell(heading, "heading")));
  const rows: readonly TemplateRow[] = [
    templateRow(...columns.map(({ group }) => fixedCell(group, "group"))),
    { ...headings, height: HEADING_HEIGHT },
    // Below the headings, so that whatever stands under it is an answer.
    { ...keys, isHidden: true },
    ...returned.map((one) => templateRow(...columns.map(({ input }) => input(one)))),
  ];
  const widths = columns.map(({ width }) => ({ width, isHidden: false }));
  return { name: "Answers", visibility: "visible", columns: widths, rows, frozen: { rows: 3, columns: 1 } };
}

function respondentColumns({ textOf, choices }: TemplateContext): readonly TableColumn[] {
  return [
    {
      field: { kind: "respondent" },
      group: "",
      heading: "State",
      width: 22,
      input: ({ respondent }) =>
        inputCell(
          respondent === "" ? "" : textOf(FIXED_LISTS.respondents, respondent),
          choices(FIXED_LISTS.respondents),
        ),
    },
    {
      field: { kind: "dissemination" },
      group: "",
      heading: "Wider dissemination",
      width: 14,
      input: ({ dissemination }) =>
        inputCell(
          dissemination === "unknown" ? "" : DISSEMINATION_TEXTS[dissemination],
          choices(FIXED_LISTS.dissemination),
        ),
    },
  ];
}

function questionColumns({ textOf, choices }: TemplateContext, question: DraftQuestion): readonly TableColumn[] {
  const { id, label, variable, variables } = question;
  return [
    {
      field: { kind: "answer", question: id },
      group: `${id}  ${label}`,
      heading: "Answer",
      width: 22,
      input: ({ answers }) => {
        const answer = answers.get(id)?.answer ?? null;
        return inputCell(answer === null ? "" : textOf(variable.id, answer), choices(variable.id));
      },
    },
    ...variables.flatMap((further) => {
      const texts = choiceTexts(further.codes);
      return further.codes.map(
        ({ code, ...named }): TableColumn => ({
          field: { kind: "code", variable: further.id, code },
          group: "",
          heading: `${further.label}: ${texts.get(code) ?? named.label}`,
          width: 16,
          input: ({ answers }) => {
            const isMarked = answers.get(id)?.codes.get(further.id)?.includes(code) ?? false;
            return inputCell(isMarked ? MARK_TEXT : "", choices(FIXED_LISTS.mark));
          },
        }),
      );
    }),
    {
      field: { kind: "summary", question: id },
      group: "",
      heading: "In own words",
      width: 48,
      input: ({ answers }) => inputCell(answers.get(id)?.summary ?? ""),
    },
  ];
}
