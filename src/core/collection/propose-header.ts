import type { Grid } from "../dataset/grid.ts";
import { shortened } from "../dataset/in-words.ts";
import { isRespondentTitle, respondentColumn } from "./column-kinds.ts";
import { findCountry } from "./respondent-names.ts";
import { slug } from "./slug.ts";
import { cellAt, cellText, gridUnder, HEADER_REACH, valueKey, type WideColumn, type WideGrid } from "./wide-grid.ts";
import type { WideMapping } from "./wide-mapping.ts";

/** Where a table's header seems to be: the row, as an index among the grid's rows, and how many rows it has. */
export function proposeHeader(grid: Grid): { readonly index: number; readonly rows: 0 | 1 | 2 } {
  const all = gridUnder(grid, 0, 0);
  const respondent = respondentColumn(all.columns, grid.rows);
  const first = firstState(grid, respondent);
  if (first === 0) return { index: 0, rows: 0 };
  const above = grid.rows.slice(0, first < 0 ? HEADER_REACH : first);
  const index = lastOfHeader(grid, above, respondent);
  return { index, rows: hasRowAbove(grid, index) ? 2 : 1 };
}

// "Requested by Austria" in a title names a state, and is none that answers: those stand under the word that says so.
function firstState({ rows }: Grid, respondent: WideColumn | null): number {
  if (respondent === null) return -1;
  const namesState = (row: Row): boolean => findCountry(cellText(cellAt(row, respondent.at))) !== null;
  const titled = rows.slice(0, HEADER_REACH).findIndex((row) => isTitleOf(row, respondent.at) && filledOf(row) > 1);
  const isUnder = titled >= 0 && rows.slice(titled).filter(namesState).length * 2 > rows.filter(namesState).length;
  const from = isUnder ? titled : 0;
  const found = rows.slice(from).findIndex(namesState);
  return found < 0 ? -1 : from + found;
}

function lastOfHeader(grid: Grid, above: readonly Row[], respondent: WideColumn | null): number {
  if (respondent === null) {
    const titled = above.findIndex((row) => filledOf(row) > 1 && row.cells.some((_, at) => isTitleOf(row, at)));
    return titled >= 0 ? titled : fullest(above, filledOf);
  }
  const index = fullest(above, headerLikeness(respondent.at));
  // A second row of header has nothing under the word for the states: "Answer", "Comment".
  const next = above[index + 1];
  const hasBelow = next !== undefined && cellText(cellAt(next, respondent.at)).trim() === "" && filledOf(next) > 1;
  return hasBelow && isTitleOf(grid.rows[index], respondent.at) ? index + 1 : index;
}

function isTitleOf(row: Row | undefined, at: number): boolean {
  return row !== undefined && isRespondentTitle(cellText(cellAt(row, at)));
}

type Row = Grid["rows"][number];

// The last of the best: a title stands above the header, not under it.
function fullest(rows: readonly Row[], rank: (row: Row) => number): number {
  const ranks = rows.map(rank);
  return Math.max(0, ranks.lastIndexOf(Math.max(...ranks)));
}

// A title that is merged over many cells fills one.
function filledOf({ cells }: Row): number {
  return cells.filter((cell) => cell.kind !== "merged" && cellText(cell).trim() !== "").length;
}

// A row that says "Member State" above the states is the header, whatever a state of an unknown name has under it.
function headerLikeness(at: number): (row: Row) => number {
  return (row) => filledOf(row) + (isTitleOf(row, at) ? 1000 : 0);
}

// Two rows of header: "Question 1" over "Answer" and "Comment".
function hasRowAbove(grid: Grid, index: number): boolean {
  const above = grid.rows[index - 1];
  if (above === undefined || filledOf(above) < 2) return false;
  const header = gridUnder(grid, index, 1);
  const texts = header.columns.map(({ header: text }) => valueKey(text));
  const named = texts.filter((text) => text !== "");
  return new Set(named).size < named.length || named.length < texts.length;
}

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december".split("|");

/** What can be told of the query from what stands above the header and from the file's name. */
export function proposePackage(grid: Grid, { headerRow }: WideGrid): WideMapping["package"] {
  const above = grid.rows
    .filter(({ number }) => number < headerRow)
    .flatMap(({ cells }) => cells.map((cell) => cellText(cell).replace(/\s+/g, " ").trim()))
    .filter((text) => text !== "");
  const fileName = grid.file.replace(/\.[a-z]{3,4}(?=$|: )/i, "");
  const texts = [...above, fileName.replaceAll("_", " ")];
  const title = above.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
  const number = firstFound(texts, numberIn);
  return {
    id: number === "" ? slug(fileName, "query") : `emn-ahq-${slug(number, "query")}`,
    title: title === "" ? shortened(fileName, 120) : title,
    version: "1.0.0",
    number,
    launched: firstFound(texts, dateIn),
    summarised: "",
    requesters: [],
    theme: "unknown",
    occasion: "",
    disclaimer: "unknown",
    followUpOf: null,
    source: grid.file,
  };
}

function firstFound(texts: readonly string[], find: (text: string) => string): string {
  return texts.map(find).find((found) => found !== "") ?? "";
}

function numberIn(text: string): string {
  return /(?:ahq|ad[- ]?hoc quer(?:y|ies)|query)[^\d]{0,12}(\d{1,4}(?:\.\d{1,4})?)/i.exec(text)?.[1] ?? "";
}

function dateIn(text: string): string {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso !== null) return iso[0];
  const worded = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTHS.join("|")}) (\\d{4})\\b`, "i").exec(text);
  if (worded !== null)
    return dayOf(worded[3] ?? "", MONTHS.indexOf((worded[2] ?? "").toLowerCase()) + 1, worded[1] ?? "");
  const dotted = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/.exec(text);
  return dotted === null ? "" : dayOf(dotted[3] ?? "", Number(dotted[2]), dotted[1] ?? "");
}

function dayOf(year: string, month: number, day: string): string {
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return "";
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
