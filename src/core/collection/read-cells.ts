import type { Fault } from "../dataset/fault.ts";
import type { GridCell, GridCellKind, GridRow } from "../dataset/grid.ts";
import { beginningAnswer, beginsWith, isSilence } from "./answer-words.ts";
import { cellAt, cellText, columnName, splitCodes, valueKey, type WideColumn, type WideGrid } from "./wide-grid.ts";
import type { MappedCode, MappedList, MappedQuestion } from "./wide-mapping.ts";

/** A value, or why there is none. */
export type Read<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly value?: never };

type CellReader<T> = (wide: WideGrid, row: GridRow, column: WideColumn) => Read<T>;

// Cells that hold no answer even where they show one; a value of the mapping's own is taken all the same.
const SUSPECT: Readonly<Partial<Record<GridCellKind, string>>> = {
  merged: "a cell of its own for each state; this one is merged with another",
  error: "an answer; this is a spreadsheet's error",
  date: "an answer; this is a date, which a spreadsheet may have made of what was typed",
};

/** The code that a question's mapping names for a text, and whether the text goes on behind the value; null where it names none. */
export type CodeNamer = (text: string) => { readonly code: string; readonly goesOn: boolean } | null;

/** Finds a question's code for a text: by the whole text, or by how it begins where the question is read so. */
export function codeNamer(question: MappedQuestion): CodeNamer {
  const codes = codeTable(question.codes);
  const beginnings = question.reads === "beginning" ? byLength(question.codes) : [];
  return (text) => {
    const whole = codes.get(valueKey(text));
    if (whole !== undefined) return { code: whole, goesOn: false };
    const begun = beginnings.find(({ value }) => value !== "" && beginsWith(text, value));
    return begun === undefined || isTakenBack(text, begun) ? null : { code: begun.code, goesOn: true };
  };
}

// "No, not available" is not read as "No", even where the mapping has no value for it.
function isTakenBack(text: string, { value, meaning }: Beginning): boolean {
  const said = beginningAnswer(text);
  return meaning === "negative" && said !== null && said.value.length > value.length && isSilence(said.answer.meaning);
}

/** Reads a cell as one code of a question. */
export function codeReader(question: MappedQuestion): CellReader<string> {
  const nameCode = codeNamer(question);
  return (wide, row, column) => {
    const cell = cellAt(row, column.at);
    const text = cellText(cell);
    const code = nameCode(text)?.code;
    if (cell.kind !== "merged" && code !== undefined) return { value: code };
    const suspect = SUSPECT[cell.kind];
    if (suspect !== undefined) return { faults: [faultAt(wide, row, column, cell, suspect)] };
    if (question.otherwise !== null) return { value: question.otherwise };
    const expected = `an answer that the mapping knows for question ${question.id} (${valuesOf(question.codes)})`;
    return { faults: [faultAt(wide, row, column, cell, expected)] };
  };
}

/** Reads a cell as any number of codes, each once. */
export function codesReader(list: MappedList): CellReader<readonly string[]> {
  const codes = codeTable(list.codes);
  const none = new Set(list.none.map(valueKey));
  return (wide, row, column) => {
    const cell = cellAt(row, column.at);
    const text = cellText(cell);
    const suspect = SUSPECT[cell.kind];
    if (suspect !== undefined) return { faults: [faultAt(wide, row, column, cell, suspect)] };
    if (text.trim() === "" || none.has(valueKey(text))) return { value: [] };
    const parts = splitCodes(text, list.separator);
    const unknown = parts.filter((part) => !codes.has(valueKey(part)));
    if (unknown.length === 0) return { value: [...new Set(parts.flatMap((part) => codes.get(valueKey(part)) ?? []))] };
    const expected = `codes that the mapping knows for ${list.id}, separated by "${list.separator}" (${valuesOf(list.codes)})`;
    return { faults: unknown.map((part) => faultAt(wide, row, column, { ...cell, text: part }, expected)) };
  };
}

function codeTable(codes: readonly MappedCode[]): ReadonlyMap<string, string> {
  return new Map(codes.flatMap(({ code, values }) => values.map((value) => [valueKey(value), code] as const)));
}

interface Beginning extends Pick<MappedCode, "code" | "meaning"> {
  readonly value: string;
}

// The longest first: "No information" is read before "No".
function byLength(codes: readonly MappedCode[]): readonly Beginning[] {
  const all = codes.flatMap(({ code, meaning, values }) => values.map((value) => ({ code, meaning, value })));
  return all.sort((a, b) => b.value.length - a.value.length);
}

function faultAt(wide: WideGrid, row: GridRow, column: WideColumn, cell: GridCell, expected: string): Fault {
  return { file: wide.file, row: row.number, column: columnName(column), found: cellText(cell), expected };
}

const SHOWN_VALUES = 12;

function valuesOf(codes: readonly MappedCode[]): string {
  const values = codes.flatMap((code) => code.values.map((value) => (value === "" ? "empty" : value)));
  return values.length > SHOWN_VALUES ? `${values.slice(0, SHOWN_VALUES).join(", ")}, …` : values.join(", ");
}
