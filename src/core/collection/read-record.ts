import type { Fault } from "../dataset/fault.ts";
import type { DraftQuestion, DraftVariable, QueryDraft } from "../notebook/query-draft.ts";
import { choiceTexts, foldChoice } from "./choice-texts.ts";
import { draftFields, fieldInWords } from "./draft-fields.ts";
import type { FieldRecord, PlacedCell } from "./locate-fields.ts";
import { type ChoiceText, readChoice } from "./read-choice.ts";
import { resolveRespondent } from "./resolve-respondent.ts";
import type { ReturnedAnswer, ReturnedAnswers } from "./returned-answers.ts";
import { printField, type TemplateField } from "./template-keys.ts";
import { DISSEMINATION_TEXTS, FIXED_LISTS, MARK_TEXT } from "./template-lists.ts";

/** What a record is read by. */
export interface RecordContext {
  readonly draft: QueryDraft;
  /** The lists as they stand in the record's own workbook. */
  readonly lists: ReadonlyMap<string, readonly ChoiceText[]>;
}

export type RecordReading =
  | { readonly returned: ReturnedAnswers; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly returned?: never };

/** What a respondent says, or every cell that says nothing certain. A cell that is missing is a fault: it is not the same as one that was left blank. */
export function readRecord(context: RecordContext, record: FieldRecord): RecordReading {
  const faults = structureFaults(context.draft, record);
  if (faults.length > 0) return { faults };
  const reader = cellReader(record);
  const respondent = readRespondent(context, reader);
  const dissemination = readDissemination(context, reader);
  const answers = new Map(
    context.draft.questions.map((question) => [question.id, readAnswer(context, question, reader)] as const),
  );
  return reader.faults.length > 0 ? { faults: reader.faults } : { returned: { respondent, dissemination, answers } };
}

/** Whether nothing at all is said to any question. */
export function isBlank({ answers }: ReturnedAnswers): boolean {
  return [...answers.values()].every(
    ({ answer, codes, summary }) =>
      answer === null && summary === "" && [...codes.values()].every((list) => list.length === 0),
  );
}

function structureFaults(draft: QueryDraft, { cells, place }: FieldRecord): readonly Fault[] {
  const fields = new Map(draftFields(draft).map((field) => [printField(field), field] as const));
  const missing = [...fields].filter(([key]) => !cells.has(key));
  const unknown = [...cells].filter(([key]) => !fields.has(key));
  return [
    ...missing.map(([, field]) => ({ ...place, column: "", found: "", expected: `a cell for ${fieldInWords(field)}` })),
    ...unknown.map(([key, placed]) => cellFault(placed, "only cells of this query", key)),
  ];
}

interface CellReader {
  /** The text of a field, without outer space; a cell that is more than its text is a fault and reads as empty. */
  readonly text: (field: TemplateField) => string;
  readonly refuse: (field: TemplateField, expected: string) => void;
  readonly faults: readonly Fault[];
}

const NOT_PLAIN: Readonly<Partial<Record<PlacedCell["cell"]["kind"], string>>> = {
  formula: "a value that is typed or chosen, not a formula",
  error: "a value, not an error of a formula",
  merged: "a cell of its own, not merged with its neighbour",
};

function cellReader({ cells }: FieldRecord): CellReader {
  const faults: Fault[] = [];
  const cellOf = (field: TemplateField): PlacedCell => {
    const placed = cells.get(printField(field));
    if (placed === undefined) throw new Error(`the record has no cell ${printField(field)}`);
    return placed;
  };
  return {
    faults,
    text: (field) => {
      const placed = cellOf(field);
      const expected = NOT_PLAIN[placed.cell.kind];
      if (expected === undefined) return placed.cell.text.trim() === "" ? "" : placed.cell.text;
      faults.push(cellFault(placed, expected));
      return "";
    },
    refuse: (field, expected) => {
      const placed = cellOf(field);
      if (NOT_PLAIN[placed.cell.kind] === undefined) faults.push(cellFault(placed, expected));
    },
  };
}

function cellFault({ file, row, column, cell }: PlacedCell, expected: string, found = cell.text): Fault {
  return { file, row, column, found, expected };
}

function readRespondent({ draft, lists }: RecordContext, { text, refuse }: CellReader): string {
  const field = { kind: "respondent" } as const;
  const found = resolveRespondent(draft, text(field), lists.get(FIXED_LISTS.respondents) ?? []);
  if (found !== null) return found;
  refuse(field, "the state that answers, by name or code");
  return "";
}

function readDissemination({ lists }: RecordContext, { text, refuse }: CellReader): ReturnedAnswers["dissemination"] {
  const field = { kind: "dissemination" } as const;
  const given = text(field);
  if (given === "") return "unknown";
  const known = Object.entries(DISSEMINATION_TEXTS).map(([code, own]) => ({ code, text: own }));
  const words = ["public", "network"].map((code) => ({ code, text: code }));
  const choice = readChoice(given, lists.get(FIXED_LISTS.dissemination) ?? [], known, words);
  if ("code" in choice && (choice.code === "public" || choice.code === "network")) return choice.code;
  refuse(field, "Yes, No or an empty cell");
  return "unknown";
}

function readAnswer(context: RecordContext, question: DraftQuestion, reader: CellReader): ReturnedAnswer {
  const codes = question.variables.map((variable) => [variable.id, readMarks(context, variable, reader)] as const);
  return {
    answer: readAnswerCode(context, question, reader),
    codes: new Map(codes),
    summary: reader.text({ kind: "summary", question: question.id }),
  };
}

function readAnswerCode(
  { lists }: RecordContext,
  { id, variable, answers }: DraftQuestion,
  { text, refuse }: CellReader,
): string | null {
  const field = { kind: "answer", question: id } as const;
  const given = text(field);
  if (given === "") return null;
  const offered = [...choiceTexts(answers)].map(([code, own]) => ({ code, text: own }));
  const known = new Set(answers.map(({ code }) => code));
  const own = (lists.get(variable.id) ?? []).filter(({ code }) => known.has(code));
  const words = answers.flatMap(({ code, label }) => [
    { code, text: label },
    { code, text: code },
  ]);
  const choice = readChoice(given, own, offered, words);
  if ("code" in choice) return choice.code;
  const among = choice.among.length > 0 ? choice.among : offered.map((one) => one.text);
  refuse(field, `one of ${among.join(", ")}, or an empty cell`);
  return null;
}

// As people mark a list; what is left blank, or said not to be so, is not marked.
const MARKED = new Set(["yes", "x", "✓", "✔", "1", "true"]);
const UNMARKED = new Set(["", "no", "0", "false"]);

function readMarks(
  { lists }: RecordContext,
  { id, codes }: DraftVariable,
  { text, refuse }: CellReader,
): readonly string[] {
  const own = (lists.get(FIXED_LISTS.mark) ?? []).map((choice) => foldChoice(choice.text));
  return codes.flatMap(({ code }) => {
    const field = { kind: "code", variable: id, code } as const;
    const given = foldChoice(text(field));
    if (MARKED.has(given) || own.includes(given)) return [code];
    if (!UNMARKED.has(given)) refuse(field, `${MARK_TEXT} or an empty cell`);
    return [];
  });
}
