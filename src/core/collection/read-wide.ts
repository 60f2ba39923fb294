import type { Column } from "../dataset/column.ts";
import type { Fault } from "../dataset/fault.ts";
import { columnLetters, type Grid, type GridRow } from "../dataset/grid.ts";
import { type Observation, RESOURCES, type Respondent, type Response } from "../dataset/resources.ts";
import { type CodeNamer, codeNamer, codeReader, codesReader, type Read } from "./read-cells.ts";
import { readRespondents, type WideRespondent } from "./read-respondents.ts";
import type { Remark } from "./remark.ts";
import {
  cellAt,
  cellText,
  columnName,
  columnOf,
  gridOf,
  type PlacedColumn,
  type WideColumn,
  type WideGrid,
} from "./wide-grid.ts";
import type { MappedColumn, MappedList, MappedQuestion, WideMapping } from "./wide-mapping.ts";

/** What a mapping makes of a table, as far as it can be read: the parts of a package that stand in rows, and every fault. */
export interface WideReading {
  readonly headerRow: number;
  readonly respondents: readonly Respondent[];
  readonly responses: readonly Response[];
  readonly observations: readonly Observation[];
  /** Rows that are passed over, as the mapping says. */
  readonly skipped: readonly Remark[];
  readonly faults: readonly Fault[];
}

/** Reads every mapped cell of the table, on to the end. Faults name the table's own row, column and header. */
export function readWide(grid: Grid, mapping: WideMapping): WideReading {
  const wide = gridOf(grid, mapping);
  const { placed, faults: missing } = placeColumns(wide, mapping);
  const { respondents, skipped, faults: unknown } = readRespondents(wide, mapping, placed);
  const questions = mapping.questions.flatMap((question) => columnsOf(question, mapping, placed) ?? []);
  const read = questions.flatMap((question) => respondents.map((one) => readResponse(wide, one, question)));
  return {
    headerRow: wide.headerRow,
    respondents: respondents.map(({ respondent }) => respondent),
    responses: read.flatMap(({ response }) => response),
    observations: read.flatMap(({ observations }) => observations),
    skipped,
    faults: [...missing, ...unknown, ...unplaced(wide, mapping, questions), ...read.flatMap(({ faults }) => faults)],
  };
}

function placeColumns(
  wide: WideGrid,
  { columns }: WideMapping,
): { readonly placed: readonly PlacedColumn[]; readonly faults: readonly Fault[] } {
  const placed: PlacedColumn[] = [];
  const faults: Fault[] = [];
  for (const mapped of columns) {
    const column = columnOf(wide, mapped);
    if (column !== undefined) placed.push({ mapped, column });
    else if (mapped.is !== "ignored") faults.push(missingColumn(wide, mapped));
  }
  return { placed, faults };
}

function missingColumn({ file, headerRow }: WideGrid, { header, nth }: MappedColumn): Fault {
  const which = nth === 1 ? "" : ` for the ${nth}th time`;
  const expected = `a column with the header "${header}"${which}, as the mapping says`;
  return { file, row: headerRow, column: header, found: "", expected };
}

/** Where the parts of a response stand. */
interface QuestionColumns {
  readonly question: MappedQuestion;
  /** Where the answer stands: in its own column, or else in one of these, row by row. */
  readonly answers: readonly [WideColumn, ...WideColumn[]];
  readonly summaries: readonly WideColumn[];
  readonly basis: WideColumn | undefined;
  readonly locator: WideColumn | undefined;
  readonly lists: readonly ListColumn[];
  readonly nameCode: CodeNamer;
  readonly readAnswer: ReturnType<typeof codeReader>;
}

interface ListColumn {
  readonly list: MappedList;
  readonly column: WideColumn;
  readonly read: ReturnType<typeof codesReader>;
}

// A question without a column of answers is answered in words, or by the codes that are listed.
function columnsOf(
  question: MappedQuestion,
  mapping: WideMapping,
  placed: readonly PlacedColumn[],
): QuestionColumns | null {
  const own = (is: MappedColumn["is"]): readonly WideColumn[] =>
    placed
      .filter(({ mapped }) => mapped.is === is && "question" in mapped && mapped.question === question.id)
      .map(({ column }) => column);
  const lists = placed.flatMap(({ mapped, column }) => {
    const list = mapped.is === "codes" ? mapping.lists.find(({ id }) => id === mapped.variable) : undefined;
    return list?.question === question.id ? [{ list, column, read: codesReader(list) }] : [];
  });
  const summaries = own("summary");
  const [answer] = own("answer");
  const [first, ...further] = answer === undefined ? [...summaries, ...lists.map(({ column }) => column)] : [answer];
  if (first === undefined) return null;
  const [basis, locator] = [own("basis")[0], own("locator")[0]];
  const readers = { nameCode: codeNamer(question), readAnswer: codeReader(question) };
  return { question, answers: [first, ...further], summaries, basis, locator, lists, ...readers };
}

function unplaced(
  { file, headerRow }: WideGrid,
  { questions }: WideMapping,
  placed: readonly QuestionColumns[],
): readonly Fault[] {
  const fault = (found: string, expected: string): Fault => ({ file, row: headerRow, column: "", found, expected });
  if (questions.length === 0) return [fault("", "at least one question: a column of answers or of comments")];
  return questions
    .filter((question) => !placed.some((one) => one.question === question))
    .map(({ id }) => fault("", `a column for question ${id}`));
}

interface ReadResponse {
  readonly response: readonly Response[];
  readonly observations: readonly Observation[];
  readonly faults: readonly Fault[];
}

function readResponse(wide: WideGrid, { row, respondent }: WideRespondent, columns: QuestionColumns): ReadResponse {
  const { question, summaries, basis, locator, lists, readAnswer } = columns;
  const answer = answerColumn(row, columns);
  const read = {
    answer: readAnswer(wide, row, answer),
    basis: readStated(wide, row, basis, RESOURCES.responses.columns.basis, "described"),
    locator: readStated(wide, row, locator, RESOURCES.responses.columns.locator, ""),
    lists: lists.map(({ list, column, read }) => ({ list, column, codes: read(wide, row, column) })),
  };
  const faults = [read.answer, read.basis, read.locator, ...read.lists.map(({ codes }) => codes)].flatMap(
    (one) => one.faults ?? [],
  );
  if (read.answer.value === undefined || read.basis.value === undefined)
    return { response: [], observations: [], faults };
  const stated = { respondent: respondent.code, basis: read.basis.value };
  const summary = joined([...explanation(row, answer, columns), ...summaries.map((column) => textAt(row, column))]);
  const placeOf = (column: WideColumn): string => read.locator.value || placeInTable(row, column);
  return {
    response: [{ question: question.id, ...stated, answer: read.answer.value, summary, locator: placeOf(answer) }],
    observations: read.lists.flatMap(({ list, column, codes: { value = [] } }) =>
      value.map((code) => ({ variable: list.id, ...stated, code, locator: placeOf(column) })),
    ),
    faults,
  };
}

// What is listed goes before what is remarked, unless the remark says yes or no: who lists something and has no remark, or "n/a", is not silent.
function answerColumn(row: GridRow, columns: QuestionColumns): WideColumn {
  const { answers, lists, question, nameCode } = columns;
  const filled = answers.filter((column) => textAt(row, column).trim() !== "");
  const [first = answers[0]] = filled;
  const listed = filled.find((column) => lists.some((list) => list.column === column));
  if (listed === undefined || listed === first || says(columns, textAt(row, first))) return first;
  const isRead = question.otherwise !== null || nameCode(textAt(row, listed)) !== null;
  return isRead ? listed : first;
}

function says({ question, nameCode }: QuestionColumns, text: string): boolean {
  const named = nameCode(text)?.code;
  const meaning = question.codes.find(({ code }) => code === named)?.meaning;
  return meaning === "affirmative" || meaning === "partial" || meaning === "negative";
}

// What stands behind the answer in its own column would be lost otherwise.
function explanation(row: GridRow, answer: WideColumn, { summaries, lists, nameCode }: QuestionColumns): string[] {
  const isKept = summaries.includes(answer) || lists.some(({ column }) => column === answer);
  const text = textAt(row, answer);
  return !isKept && nameCode(text)?.goesOn === true ? [text] : [];
}

function textAt(row: GridRow, { at }: WideColumn): string {
  return cellText(cellAt(row, at));
}

function placeInTable({ number }: GridRow, { at }: WideColumn): string {
  return `row ${number}, column ${columnLetters(at)}`;
}

// One summary stays as it is, to the last space.
function joined(summaries: readonly string[]): string {
  const [only = ""] = summaries;
  return summaries.length < 2 ? only : summaries.filter((text) => text.trim() !== "").join("\n\n");
}

function readStated<T extends string>(
  { file }: WideGrid,
  row: GridRow,
  column: WideColumn | undefined,
  reader: Column<T>,
  otherwise: T,
): Read<T> {
  const found = column === undefined ? "" : cellText(cellAt(row, column.at)).trim();
  if (column === undefined || found === "") return { value: otherwise };
  const reading = reader.read(found);
  if ("value" in reading) return { value: reading.value };
  return { faults: [{ file, row: row.number, column: columnName(column), found, expected: reading.expected }] };
}
