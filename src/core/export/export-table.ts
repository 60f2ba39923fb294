import type { Meaning } from "../dataset/meanings.ts";

/** What goes out: one table with all that a reader needs to trust it. Every format is written from this. */
export interface ExportTable {
  /** What kind of table it is, in one or two words; names the sheet and the file. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly ExportRow[];
  /** Where each coded cell stands in the source, one line each. */
  readonly locators: readonly ExportLocator[];
  readonly metadata: readonly MetadataEntry[];
  /** What the codes in its cells mean, where it has such. */
  readonly codebook?: readonly CodebookEntry[];
}

export interface CodebookEntry {
  readonly question: string;
  readonly variable: string;
  readonly code: string;
  readonly label: string;
  /** What an answer with this code says, sign first; empty for a code of which several can hold. */
  readonly meaning: string;
  readonly definition: string;
}

export interface ExportColumn {
  readonly header: string;
  /** The full name behind an abbreviated header. */
  readonly name: string;
  /** Width in characters that suits the content. */
  readonly width: number;
  /** Whether its cells name their rows; such columns come first. Equal ones below each other are shown as one where a format can. */
  readonly isRowHeader?: boolean;
  /** A header above this one, shared with the neighbours of the same group. */
  readonly group?: string;
}

export interface ExportRow {
  readonly cells: readonly ExportCell[];
  /** What is to be said of the row as a whole, such as the places in the source behind it: a footnote where a format has such; empty where nothing is. */
  readonly note: string;
}

export interface ExportCell {
  readonly text: string;
  /** What the answer says, for sign and colour; null for a plain cell. */
  readonly meaning: Meaning | null;
  readonly isDifferent: boolean;
  /** The number that the text writes, for formats that know numbers. */
  readonly number?: number;
  /** The day that the text writes, as YYYY-MM-DD, for formats that know days. */
  readonly date?: string;
}

export interface ExportLocator {
  readonly respondent: string;
  readonly variable: string;
  readonly value: string;
  readonly basis: string;
  readonly locator: string;
}

export interface MetadataEntry {
  readonly name: string;
  readonly value: string;
}

/** A cell of words that no meaning colours. */
export function plainCell(text: string): ExportCell {
  return { text, meaning: null, isDifferent: false };
}

/** A cell that holds a number, written in full. */
export function numberCell(number: number): ExportCell {
  return { ...plainCell(String(number)), number };
}

/** A cell that holds a day, given as YYYY-MM-DD. */
export function dateCell(date: string): ExportCell {
  return { ...plainCell(date), date };
}
