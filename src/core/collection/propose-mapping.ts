import type { Grid, GridCell } from "../dataset/grid.ts";
import { isReservedKey } from "../query/filter.ts";
import { knownAnswer } from "./answer-words.ts";
import { type ColumnReading, readColumns } from "./column-kinds.ts";
import { type Gathered, gatherQuestions, questionIds } from "./gather-questions.ts";
import { asLabel, begun, fixedCodes, furtherAnswerCodes, listCodes, textsOf, wordCodes } from "./propose-codes.ts";
import { proposeHeader, proposePackage } from "./propose-header.ts";
import { proposeOwnMapping } from "./propose-own-mapping.ts";
import { findCountry } from "./respondent-names.ts";
import { slug, uniqueId } from "./slug.ts";
import { cellAt, cellText, columnOf, gridOf, gridUnder, valueKey, type WideGrid } from "./wide-grid.ts";
import type { MappedColumn, MappedRespondent, WideMapping } from "./wide-mapping.ts";

/** What a table seems to hold: its header, what each column is, codes with their meaning. For a person to correct; a table of the workbench's own making is read for what it is. The header is where it is said to be, or where it seems to be. */
export function proposeMapping(grid: Grid, header?: WideMapping["header"]): WideMapping {
  const { index, rows } = header === undefined ? proposeHeader(grid) : headerAt(grid, header);
  const wide = gridUnder(grid, index, rows);
  const readings = readColumns(wide);
  const { columns, questions, lists } = proposeOwnMapping(readings) ?? proposeParts(readings);
  const base = { format: "ahq-wide-mapping", version: 1, package: proposePackage(grid, wide) } as const;
  const sheet = grid.file.endsWith(`: ${grid.name}`) ? grid.name : "";
  return {
    ...base,
    sheet,
    header: { row: wide.headerRow, rows },
    columns,
    questions,
    lists,
    respondents: skippedRows(wide, columns),
    dissemination: disseminationValues(readings),
  };
}

/** The mapping with every column of this table, in the table's order: those that it does not know are not used yet, those that the table lacks come last. */
export function withColumnsOf(grid: Grid, mapping: WideMapping): WideMapping {
  const wide = gridOf(grid, mapping);
  const known = new Map(mapping.columns.map((mapped) => [columnOf(wide, mapped), mapped] as const));
  const own = wide.columns.map((column): MappedColumn => {
    return known.get(column) ?? { header: column.header, nth: column.nth, is: "ignored" };
  });
  const missing = mapping.columns.filter((mapped) => columnOf(wide, mapped) === undefined && mapped.is !== "ignored");
  return { ...mapping, columns: [...own, ...missing] };
}

/** The mapping with all columns of this table, and codes proposed for the answers that it does not know yet; what it knows stays as it is. */
export function extendMapping(grid: Grid, before: WideMapping): WideMapping {
  const mapping = withColumnsOf(grid, before);
  const wide = gridOf(grid, mapping);
  const cellsOf = (isIt: (column: MappedColumn) => boolean): readonly GridCell[] => {
    const mapped = mapping.columns.find(isIt);
    const column = mapped === undefined ? undefined : columnOf(wide, mapped);
    return column === undefined ? [] : respondentRows(wide, mapping).map((row) => cellAt(row, column.at));
  };
  return {
    ...mapping,
    questions: mapping.questions.map((question) => {
      const cells = cellsOf((column) => column.is === "answer" && column.question === question.id);
      const texts = question.reads === "beginning" ? textsOf(cells).map(begun) : textsOf(cells);
      const codes = furtherAnswerCodes(question.codes, question.otherwise === null ? texts : []);
      return { ...question, codes };
    }),
    lists: mapping.lists.map((list) => {
      const cells = cellsOf((column) => column.is === "codes" && column.variable === list.id);
      const { codes, none } = listCodes(textsOf(cells), list.separator, list.codes);
      return { ...list, codes, none: [...new Set([...list.none, ...none])] };
    }),
  };
}

function respondentRows(wide: WideGrid, { columns, respondents }: WideMapping): WideGrid["rows"] {
  const mapped = columns.find(({ is }) => is === "respondent");
  const column = mapped === undefined ? undefined : columnOf(wide, mapped);
  const skipped = new Set(
    respondents.filter(({ means }) => means.kind === "skipped").map(({ value }) => valueKey(value)),
  );
  if (column === undefined) return [];
  return wide.rows.filter((row) => {
    const name = valueKey(cellText(cellAt(row, column.at)));
    return name !== "" && !skipped.has(name);
  });
}

/** The sheet that seems to hold the answers: the one that names most states. */
export function likelyGrid(grids: readonly Grid[]): Grid | undefined {
  const counts = grids.map(statesNamedIn);
  return grids[counts.indexOf(Math.max(...counts))];
}

/** How many states a sheet names in its first columns. */
export function statesNamedIn(grid: Grid): number {
  const texts = grid.rows.flatMap(({ cells }) => cells.slice(0, 5).map(cellText));
  return new Set(texts.flatMap((text) => findCountry(text)?.code ?? [])).size;
}

function headerAt(grid: Grid, { row, rows }: WideMapping["header"]): ReturnType<typeof proposeHeader> {
  const index = grid.rows.findIndex(({ number }) => number >= row);
  return { index: Math.max(0, index), rows: rows === 0 ? 0 : rows === 1 ? 1 : 2 };
}

type Parts = Pick<WideMapping, "columns" | "questions" | "lists">;

function proposeParts(readings: readonly ColumnReading[]): Parts {
  const gathered = gatherQuestions(readings);
  const ids = questionIds(gathered);
  const questions = gathered.map((question, i) => proposeQuestion(question, ids[i] ?? ""));
  const lists = proposeLists(gathered, ids);
  const owner = new Map(
    gathered.flatMap((question, i) => question.readings.map((one) => [one, ids[i] ?? ""] as const)),
  );
  const listOf = new Map(lists.map(({ reading, list }) => [reading, list.id] as const));
  return {
    columns: readings.map((reading) => proposeColumn(reading, owner.get(reading), listOf.get(reading))),
    questions,
    lists: lists.map(({ list }) => list),
  };
}

function proposeQuestion({ readings }: Gathered, id: string): WideMapping["questions"][number] {
  const answer = readings.find(({ kind }) => kind === "answer");
  const main = answer ?? readings[0];
  const wording = (main?.column.header ?? "").replace(/\s+/g, " ").trim();
  const label = readings.map(({ header }) => header.label).find((text) => text !== "") ?? "";
  const codes = answer === undefined ? spokenCodes(readings) : fixedCodes(textsOf(answer.cells));
  return {
    id,
    label: label === "" ? `Question ${id}` : asLabel(label),
    wording: wording === "" ? `Question ${id}` : wording,
    theme: "unknown",
    parent: "",
    variable: { id: `q${id}`, label: label === "" ? `Answer to ${id}` : asLabel(label), definition: "" },
    ...codes,
  };
}

function spokenCodes(readings: readonly ColumnReading[]): ReturnType<typeof wordCodes> {
  const textsUnder = (kind: ColumnReading["kind"]): readonly string[] =>
    readings.filter((reading) => reading.kind === kind).flatMap(({ cells }) => textsOf(cells));
  return wordCodes(textsUnder("text"), textsUnder("codes"));
}

function proposeLists(
  gathered: readonly Gathered[],
  ids: readonly string[],
): readonly { readonly reading: ColumnReading; readonly list: WideMapping["lists"][number] }[] {
  const taken = new Set(ids.map((id) => `q${id}`));
  return gathered.flatMap(({ readings }, i) =>
    readings
      .filter(({ kind }) => kind === "codes")
      .map((reading) => {
        const question = ids[i] ?? "";
        const label = reading.header.label === "" ? `Codes of ${question}` : asLabel(reading.header.label);
        const id = uniqueId(
          `q${question}-${slug(label, "codes", 30)}`,
          (other) => taken.has(other) || isReservedKey(other),
        );
        taken.add(id);
        const { separator } = reading;
        const list = {
          id,
          question,
          label,
          definition: "",
          separator,
          ...listCodes(textsOf(reading.cells), separator),
        };
        return { reading, list };
      }),
  );
}

function proposeColumn(
  { column, kind }: ColumnReading,
  question: string | undefined,
  list: string | undefined,
): MappedColumn {
  const place = { header: column.header, nth: column.nth };
  if (kind === "respondent" || kind === "dissemination") return { ...place, is: kind };
  if (question === undefined || kind === "ignored") return { ...place, is: "ignored" };
  if (kind === "codes")
    return list === undefined ? { ...place, is: "ignored" } : { ...place, is: "codes", variable: list };
  return { ...place, is: kind === "answer" ? "answer" : "summary", question };
}

const NO_RESPONDENT =
  /^(?:total|totals|sum|average|mean|count|source|sources|note|notes|nb|n b|legend|key|gesamt|summe|somme|n ?=)\b/;

// Sums and notes under the states; a name that is not known is left to become a fault.
function skippedRows(wide: WideGrid, columns: readonly MappedColumn[]): readonly MappedRespondent[] {
  const at = columns.findIndex(({ is }) => is === "respondent");
  const names = wide.rows.flatMap((row) => {
    const name = cellText(cellAt(row, at)).trim();
    const isAlone = columns.every(
      (column, i) => i === at || column.is === "ignored" || cellText(cellAt(row, i)).trim() === "",
    );
    const isSkipped =
      findCountry(name) === null && (NO_RESPONDENT.test(valueKey(name)) || (isAlone && name.length > 40));
    return name !== "" && isSkipped ? [name] : [];
  });
  return [...new Set(names)].map((value) => ({ value, means: { kind: "skipped" } }));
}

function disseminationValues(readings: readonly ColumnReading[]): WideMapping["dissemination"] {
  const texts = readings.filter(({ kind }) => kind === "dissemination").flatMap(({ cells }) => textsOf(cells));
  const distinct = [...new Map(texts.map((text) => [valueKey(text), text.trim()] as const)).values()];
  const is =
    (meaning: string, words: RegExp) =>
    (text: string): boolean =>
      knownAnswer(text)?.meaning === meaning || words.test(valueKey(text));
  return {
    public: distinct.filter(is("affirmative", /^(?:public|open|wider|yes)\b/)),
    network: distinct.filter(is("negative", /^(?:network|emn only|restricted|internal|limited|no,|not for)\b/)),
  };
}
