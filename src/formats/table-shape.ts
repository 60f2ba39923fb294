import type { Fault } from "../core/dataset/fault.ts";
import { columnLetters } from "../core/dataset/grid.ts";
import { overLimit, wholeFileFault } from "./input-limits.ts";

/** How large a delimited table is, found without making a single cell of it. */
export interface TableShape {
  /** Cells of each of the first records. */
  readonly firstCounts: readonly number[];
  readonly records: number;
  /** Where every thousandth record begins, from the first on. */
  readonly blocks: readonly number[];
  readonly cells: number;
  /** Cells of the record that has most. */
  readonly columns: number;
  /** Characters of the longest cell, and where it is; its column counts from 0. */
  readonly longest: { readonly length: number; readonly row: number; readonly column: number };
  /** Row in which a quotation mark is opened and never closed. */
  readonly unclosed: number | null;
  /** Rows in which something stands between a closing quotation mark and the end of its cell. */
  readonly broken: readonly number[];
}

const QUOTE = 34;
const LINE_FEED = 10;
const SPACE = 32;
const COUNTED = 50;

/** Records of a block. */
export const BLOCK_RECORDS = 1000;

/** Measures a table (RFC 4180, lines ended by LF): quotation marks count where a cell begins with one. */
export function shapeOf(text: string, separator: string): TableShape {
  const delimiter = separator.charCodeAt(0);
  const firstCounts: number[] = [];
  const broken: number[] = [];
  const blocks = [0];
  let longest = { length: 0, row: 1, column: 0 };
  let [records, cells, columns] = [0, 0, 0];
  let [count, start, at] = [1, 0, 0];
  const endCell = (end: number): void => {
    if (end - start > longest.length) longest = { length: end - start, row: records + 1, column: count - 1 };
    start = end + 1;
  };
  const endRecord = (): void => {
    if (firstCounts.length < COUNTED) firstCounts.push(count);
    [records, cells, columns, count] = [records + 1, cells + count, Math.max(columns, count), 1];
    if (records % BLOCK_RECORDS === 0) blocks.push(start);
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE && at === start) {
      const end = closingQuote(text, at);
      if (end === -1) return { firstCounts, records, blocks, cells, columns, longest, unclosed: records + 1, broken };
      at = end;
      if (!endsCell(text, end + 1, delimiter) && broken.at(-1) !== records + 1) broken.push(records + 1);
    } else if (code === delimiter) {
      endCell(at);
      count++;
    } else if (code === LINE_FEED) {
      endCell(at);
      endRecord();
    }
    at++;
  }
  if (start < text.length || count > 1) {
    endCell(text.length);
    endRecord();
  }
  return { firstCounts, records, blocks, cells, columns, longest, unclosed: null, broken };
}

// Blanks before the end are passed over, as some programs align their columns with them; at the end of the text they are what the parser trips over.
function endsCell(text: string, from: number, delimiter: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  const code = text.charCodeAt(at);
  return code === delimiter || code === LINE_FEED || from >= text.length;
}

/** What of a table is over the limits, or would swallow the rest of it as one cell. */
export function shapeFaults(file: string, shape: TableShape): readonly Fault[] {
  const { records, cells, columns, longest, unclosed, broken } = shape;
  if (unclosed !== null) return [quoteFault(file, unclosed, "a quotation mark that is never closed")];
  const tooMuch = [
    ...overLimit("rows", file, records),
    ...overLimit("columns", file, columns),
    ...overLimit("cells", file, cells),
    ...overLimit("cellLength", file, longest.length).map((fault) => ({
      ...fault,
      row: longest.row,
      column: columnLetters(longest.column),
    })),
  ];
  if (tooMuch.length > 0) return tooMuch;
  return broken.map((row) => quoteFault(file, row, "text behind a closing quotation mark"));
}

function quoteFault(file: string, row: number, found: string): Fault {
  return { ...wholeFileFault(file, found, "quotation marks around a whole cell, doubled within it (RFC 4180)"), row };
}

// A doubled quotation mark is one within the cell.
function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}
