import type { Grid } from "../dataset/grid.ts";
import { foldText } from "../query/fold-text.ts";
import { respondentColumn } from "./column-kinds.ts";
import { shortened } from "./propose-codes.ts";
import { findCountry } from "./respondent-names.ts";
import { slug } from "./slug.ts";
import { cellAt, cellText, gridUnder, HEADER_REACH, valueKey, type WideGrid } from "./wide-grid.ts";
import type { WideMapping } from "./wide-mapping.ts";

const RESPONDENT_HEADER = /\b(?:states?|member|country|countries|respondent|ncp|land|staat|pays|etat|name|code)\b/;

/** Where a table's header seems to be: the row, as an index among the grid's rows, and how many rows it has. */
export function proposeHeader(grid: Grid): { readonly index: number; readonly rows: 0 | 1 | 2 } {
  const all = gridUnder(grid, 0, 0);
  const respondent = respondentColumn(all.columns, grid.rows);
  const first = grid.rows.findIndex(
    (row) => respondent !== null && findCountry(cellText(cellAt(row, respondent.at))) !== null,
  );
  if (first === 0) return { index: 0, rows: 0 };
  const above = grid.rows.slice(0, first < 0 ? HEADER_REACH : first);
  const index = respondent === null ? fullest(above, filledOf) : fullest(above, headerLikeness(respondent.at));
  return { index, rows: hasRowAbove(grid, index) ? 2 : 1 };
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
  return (row) => filledOf(row) + (RESPONDENT_HEADER.test(foldText(cellText(cellAt(row, at)))) ? 1000 : 0);
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
