import type { Grid } from "../dataset/grid.ts";
import { isReservedKey } from "../query/filter.ts";
import { splittableBy } from "./column-kinds.ts";
import { asLabel, fixedCodes, listCodes, textsOf, wordCodes } from "./propose-codes.ts";
import { slug, uniqueId } from "./slug.ts";
import { cellAt, columnOf, gridOf } from "./wide-grid.ts";
import { readHeader } from "./wide-headers.ts";
import type { MappedColumn, MappedList, MappedQuestion, WideMapping } from "./wide-mapping.ts";

/** What a column is to be: of a question where it is of one; of a new question where that is null. */
export type ColumnUse =
  | { readonly is: "respondent" | "dissemination" | "ignored" }
  | { readonly is: "answer" | "summary" | "codes" | "basis" | "locator"; readonly question: string | null };

/** The mapping with a column put to another use. What another column was used for before gives way, and a question that no column is left for goes. */
export function assignColumn(grid: Grid, mapping: WideMapping, index: number, use: ColumnUse): WideMapping {
  const column = mapping.columns[index];
  if (column === undefined) return mapping;
  const { header, nth } = column;
  const { question, questions } =
    "question" in use ? questionFor(mapping, header, use.question) : { ...mapping, question: "" };
  const list = use.is === "codes" ? newList(grid, mapping, column, question) : null;
  const placed = placedColumn({ header, nth }, use.is, question, list);
  const columns = mapping.columns.map((other, i) => (i === index ? placed : displaced(other, placed)));
  const lists = [...mapping.lists, ...(list === null ? [] : [list])];
  return withAnswersRead(grid, mapping, pruned({ ...mapping, columns, questions, lists }));
}

function questionFor(
  { questions }: WideMapping,
  header: string,
  wanted: string | null,
): { readonly question: string; readonly questions: readonly MappedQuestion[] } {
  if (wanted !== null) return { question: wanted, questions };
  const { number, label } = readHeader(header);
  const isTaken = (id: string): boolean => questions.some((other) => other.id === id);
  const id = uniqueId(number === "" ? `${questions.length + 1}` : number, isTaken);
  const name = label === "" ? `Question ${id}` : asLabel(label);
  const isKnown = (variable: string): boolean => questions.some((other) => other.variable.id === variable);
  const question: MappedQuestion = {
    id,
    label: name,
    wording: header.replace(/\s+/g, " ").trim() || name,
    theme: "unknown",
    parent: "",
    variable: { id: uniqueId(`q${id}`, isKnown), label: name, definition: "" },
    ...wordCodes([]),
  };
  return { question: id, questions: [...questions, question] };
}

function newList(grid: Grid, mapping: WideMapping, column: MappedColumn, question: string): MappedList {
  const label = readHeader(column.header).label;
  const known = new Set([
    ...mapping.lists.map(({ id }) => id),
    ...mapping.questions.map(({ variable }) => variable.id),
  ]);
  const id = uniqueId(`q${question}-${slug(label, "codes", 30)}`, (other) => known.has(other) || isReservedKey(other));
  const texts = textsIn(grid, mapping, column);
  const separator = splittableBy(texts);
  const name = label === "" ? `Codes of ${question}` : asLabel(label);
  return { id, question, label: name, definition: "", separator, ...listCodes(texts, separator) };
}

function placedColumn(
  place: Pick<MappedColumn, "header" | "nth">,
  is: ColumnUse["is"],
  question: string,
  list: MappedList | null,
): MappedColumn {
  if (is === "codes") return { ...place, is, variable: list?.id ?? "" };
  if (is === "respondent" || is === "dissemination" || is === "ignored") return { ...place, is };
  return { ...place, is, question };
}

// Of these there is one for the table or for a question: the one before gives way.
function displaced(other: MappedColumn, placed: MappedColumn): MappedColumn {
  if (other.is !== placed.is || placed.is === "ignored" || placed.is === "summary" || placed.is === "codes")
    return other;
  if ("question" in other && "question" in placed && other.question !== placed.question) return other;
  return { header: other.header, nth: other.nth, is: "ignored" };
}

// A question that no column is left for, and a list without its column, go.
function pruned(mapping: WideMapping): WideMapping {
  const { columns } = mapping;
  const lists = mapping.lists.filter(({ id }) => columns.some((one) => one.is === "codes" && one.variable === id));
  const isAnswered = (question: string): boolean =>
    lists.some((list) => list.question === question) ||
    columns.some((one) => (one.is === "answer" || one.is === "summary") && one.question === question);
  const kept = mapping.questions.filter(({ id }) => isAnswered(id));
  return {
    ...mapping,
    columns: columns.map((one) =>
      "question" in one && !isAnswered(one.question) ? { header: one.header, nth: one.nth, is: "ignored" } : one,
    ),
    lists,
    questions: inColumnOrder(kept, columns, lists),
  };
}

function inColumnOrder(
  questions: readonly MappedQuestion[],
  columns: readonly MappedColumn[],
  lists: readonly MappedList[],
): readonly MappedQuestion[] {
  const firstOf = ({ id }: MappedQuestion): number =>
    columns.findIndex(
      (one) =>
        ("question" in one && one.question === id) ||
        (one.is === "codes" && lists.some((list) => list.id === one.variable && list.question === id)),
    );
  return [...questions].sort((a, b) => firstOf(a) - firstOf(b));
}

// Where the answers of a question stand in another column than before, its codes are those of that column.
function withAnswersRead(grid: Grid, before: WideMapping, after: WideMapping): WideMapping {
  const questions = after.questions.map((question) => {
    const [was, is] = [answerColumn(before, question.id), answerColumn(after, question.id)];
    if (is === undefined || (was?.header === is.header && was.nth === is.nth && was.is === is.is)) return question;
    const texts = textsIn(grid, after, is);
    if (is.is !== "answer") return { ...question, ...wordCodes(texts, listedTexts(grid, after, question.id)) };
    return { ...question, ...fixedCodes(texts) };
  });
  return { ...after, questions };
}

function listedTexts(grid: Grid, mapping: WideMapping, question: string): readonly string[] {
  const own = new Set(mapping.lists.filter((list) => list.question === question).map(({ id }) => id));
  return mapping.columns.flatMap((one) =>
    one.is === "codes" && own.has(one.variable) ? textsIn(grid, mapping, one) : [],
  );
}

/** The column that a question's answers are read from: its answers, else its first comment, else its first list. */
function answerColumn({ columns, lists }: WideMapping, question: string): MappedColumn | undefined {
  const own = (is: MappedColumn["is"]) =>
    columns.find((one) => one.is === is && "question" in one && one.question === question);
  const list = columns.find(
    (one) => one.is === "codes" && lists.some(({ id, question: of }) => id === one.variable && of === question),
  );
  return own("answer") ?? own("summary") ?? list;
}

/** The texts under a column of the table, as far as they can be answers. */
export function textsIn(
  grid: Grid,
  mapping: WideMapping,
  place: Pick<MappedColumn, "header" | "nth">,
): readonly string[] {
  const wide = gridOf(grid, mapping);
  const column = columnOf(wide, place);
  return column === undefined ? [] : textsOf(wide.rows.map((row) => cellAt(row, column.at)));
}
