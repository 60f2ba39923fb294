import type { GridCell, GridRow } from "../dataset/grid.ts";
import { MEANINGS } from "../dataset/meanings.ts";
import { foldText } from "../query/fold-text.ts";
import { beginningAnswer, type KnownAnswer, knownAnswer } from "./answer-words.ts";
import { findCountry } from "./respondent-names.ts";
import { cellAt, cellText, splitCodes, valueKey, type WideColumn, type WideGrid } from "./wide-grid.ts";
import { type PlainHeader, readHeader } from "./wide-headers.ts";

/** What a column seems to be, from its header and from what stands in it. */
export type ColumnKind = "respondent" | "answer" | "codes" | "text" | "dissemination" | "ignored";

export interface ColumnReading {
  readonly column: WideColumn;
  readonly header: PlainHeader;
  readonly kind: ColumnKind;
  /** The cells of the respondents' rows. */
  readonly cells: readonly GridCell[];
  /** What separates the codes of a column of codes. */
  readonly separator: string;
}

const SEPARATORS = [";", "\n", "|", ",", "/"];
const SHORT = 60;
const MOST_ANSWERS = 12;
const MOST_CODES = 30;

/** The column whose cells name most respondents, the first of several; null where none names any. */
export function respondentColumn(columns: readonly WideColumn[], rows: readonly GridRow[]): WideColumn | null {
  const counted = columns.map((column) => {
    const names = rows.map((row) => cellText(cellAt(row, column.at))).filter((text) => text.trim() !== "");
    const found = names.flatMap((name) => findCountry(name)?.code ?? []);
    // "No" is Norway's code: a column of answers names few countries, and those again and again.
    const isOfNames = found.length * 2 >= names.length && new Set(found).size * 2 > found.length;
    return { column, count: isOfNames ? new Set(found).size : 0 };
  });
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return most === 0 ? null : (counted.find(({ count }) => count === most)?.column ?? null);
}

const RESPONDENT_TITLE = /\b(?:states?|member|country|countries|respondent|ncp|land|staat|pays|etat|name|code)\b/;
// Longer texts are titles of the table.
const LONGEST_TITLE = 40;

/** Whether a text is what stands over the states' names: "Member State". */
export function isRespondentTitle(text: string): boolean {
  return text.trim().length <= LONGEST_TITLE && findCountry(text) === null && RESPONDENT_TITLE.test(foldText(text));
}

// Where few names are known, what stands over them tells.
function titledColumn({ columns, rows }: WideGrid): WideColumn | null {
  const namesOne = ({ at }: WideColumn): boolean =>
    rows.some((row) => {
      const text = cellText(cellAt(row, at));
      return findCountry(text) !== null && knownAnswer(text) === null;
    });
  const titled = columns.filter(({ header }) => isRespondentTitle(header));
  return titled.find((column) => rows.length === 0 || namesOne(column)) ?? null;
}

/** What every column seems to be. */
export function readColumns(grid: WideGrid): readonly ColumnReading[] {
  const respondent = respondentColumn(grid.columns, grid.rows) ?? titledColumn(grid);
  const named = grid.rows.filter(
    (row) => respondent !== null && findCountry(cellText(cellAt(row, respondent.at))) !== null,
  );
  const rows = named.length > 0 ? named : grid.rows;
  return grid.columns.map((column) => {
    const cells = rows.map((row) => cellAt(row, column.at));
    const texts = filled(cells);
    const header = headerOver(texts, readHeader(column.header));
    const separator = separatorOf(texts);
    const kind = column === respondent ? "respondent" : kindOf(header, column, cells, texts, separator);
    return { column, header, kind, cells, separator: separator ?? ";" };
  });
}

// "Do you …? If yes, please elaborate" asks, though it wants words too.
function headerOver(texts: readonly string[], header: PlainHeader): PlainHeader {
  const answering = texts.filter((text) => isAnswer(knownAnswer(text) ?? beginningAnswer(text)?.answer ?? null));
  const asks = header.isQuestion && answering.length > 0 && answering.length * 2 >= texts.length;
  return asks ? { ...header, isComment: false } : header;
}

function isAnswer(known: KnownAnswer | null): boolean {
  return known !== null && MEANINGS[known.meaning].isComparable && known.meaning !== "none-reported";
}

function filled(cells: readonly GridCell[]): readonly string[] {
  return cells.map(cellText).filter((text) => text.trim() !== "");
}

function kindOf(
  header: PlainHeader,
  column: WideColumn,
  cells: readonly GridCell[],
  texts: readonly string[],
  separator: string | null,
): ColumnKind {
  if (header.isDissemination) return "dissemination";
  if (header.isAside || isAside(cells, texts)) return "ignored";
  if (texts.length === 0) return header.isComment ? "text" : header.isQuestion ? "answer" : "ignored";
  if (!header.isComment && isRespondents(texts)) return "ignored";
  const known = texts.map(knownAnswer);
  // Comments of "n/a" and "none" answer nothing.
  const answers = known.filter((one) => (header.isComment ? isAnswer(one) : one !== null)).length;
  if (answers / texts.length >= 0.6) return "answer";
  // A remark has commas and slashes of its own.
  if (header.isComment) return separator === ";" || separator === "|" ? "codes" : "text";
  if (separator !== null) return "codes";
  if (column.header.trim() === "" && texts.length < 2) return "ignored";
  return isShortList(texts) ? "answer" : "text";
}

// A second column of the states' names.
function isRespondents(texts: readonly string[]): boolean {
  const found = new Set(texts.flatMap((text) => findCountry(text)?.code ?? []));
  return found.size > 1 && found.size * 2 >= texts.length;
}

function isAside(cells: readonly GridCell[], texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  if (texts.every((text) => /^\S+@\S+\.\S+$/.test(text.trim()))) return true;
  return cells.every(({ kind }) => kind === "date" || kind === "empty");
}

function isShortList(texts: readonly string[]): boolean {
  const distinct = new Set(texts.map(valueKey)).size;
  return (
    texts.every((text) => text.trim().length <= SHORT && !text.trim().includes("\n")) &&
    distinct <= Math.min(MOST_ANSWERS, Math.max(2, Math.ceil(texts.length / 2)))
  );
}

/** What seems to separate the codes that these texts list; a semicolon where nothing does. */
export function splittableBy(texts: readonly string[]): string {
  const filled = texts.filter((text) => text.trim() !== "");
  return separatorOf(filled) ?? SEPARATORS.find((separator) => filled.some((text) => text.includes(separator))) ?? ";";
}

// Lists of few short codes that come again: "facebook; twitter".
function separatorOf(texts: readonly string[]): string | null {
  return SEPARATORS.find((separator) => isListedBy(separator, texts)) ?? null;
}

function isListedBy(separator: string, texts: readonly string[]): boolean {
  if (!texts.some((text) => text.trim().includes(separator))) return false;
  const parts = texts.flatMap((text) => splitCodes(text, separator));
  const distinct = new Set(parts.map(valueKey)).size;
  const areShort = parts.every((part) => part.length <= 40 && part.split(/\s+/).length <= 5 && !part.endsWith("."));
  const isRepetitive = separator === "," || separator === "/" ? distinct * 2 <= parts.length : distinct < parts.length;
  return areShort && isRepetitive && distinct <= MOST_CODES && parts.length > texts.length;
}
