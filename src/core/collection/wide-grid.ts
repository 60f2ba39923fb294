import { unguardFormula } from "../dataset/formula-guard.ts";
import { columnLetters, type Grid, type GridCell, type GridRow } from "../dataset/grid.ts";
import { foldText } from "../query/fold-text.ts";
import type { MappedColumn, WideMapping } from "./wide-mapping.ts";

/** A grid with its header found: columns by their texts, and the rows under them. */
export interface WideGrid {
  readonly file: string;
  readonly columns: readonly WideColumn[];
  /** The columns by header and number, as `columnOf` looks for them. */
  readonly byHeader: ReadonlyMap<string, WideColumn>;
  readonly rows: readonly GridRow[];
  /** The header's last row as a spreadsheet numbers it. */
  readonly headerRow: number;
}

export interface WideColumn {
  /** From 0. */
  readonly at: number;
  readonly header: string;
  /** Which of the columns with this header, from 1. */
  readonly nth: number;
}

/** A mapped column that the table has. */
export interface PlacedColumn {
  readonly mapped: MappedColumn;
  readonly column: WideColumn;
}

const EMPTY: GridCell = { text: "", kind: "empty" };

/** How many rows from the top a header is looked for in. */
export const HEADER_REACH = 40;

/** What a cell says: its text without the apostrophe that kept a spreadsheet from running it. */
export function cellText(cell: GridCell): string {
  return unguardFormula(cell.text);
}

/** The cell of a row; an empty one behind the last. */
export function cellAt(row: GridRow, at: number): GridCell {
  return row.cells[at] ?? EMPTY;
}

/** What a text is compared by: without case, accents, and spaces around it. */
export function valueKey(text: string): string {
  return foldText(text).trim();
}

/** The codes that a cell lists. */
export function splitCodes(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** How faults name a column: its letters and its header. */
export function columnName({ at, header }: WideColumn): string {
  const short = header.replace(/\s+/g, " ").trim();
  const shown = short.length > 60 ? `${short.slice(0, 59)}…` : short;
  return shown === "" ? columnLetters(at) : `${columnLetters(at)} (${shown})`;
}

/** The grid under a header whose last row is the one at this index among the grid's rows; every row where there are no header rows. */
export function gridUnder(grid: Grid, index: number, headerRows: number): WideGrid {
  const header = headerRows > 0 ? grid.rows[index] : undefined;
  const above = headerRows > 1 ? grid.rows[index - 1] : undefined;
  const texts = Array.from({ length: widthOf(grid) }, (_, at) => headerText(header, above, at));
  const columns = numbered(texts);
  return {
    file: grid.file,
    columns,
    byHeader: new Map(columns.map((column) => [headerKey(column), column] as const)),
    rows: header === undefined ? grid.rows : grid.rows.slice(index + 1),
    headerRow: header?.number ?? 1,
  };
}

interface FoundGrid extends Pick<WideMapping, "header" | "columns"> {
  readonly under: WideGrid;
}

const found = new WeakMap<Grid, FoundGrid>();

/** The grid under the mapping's header, wherever in this table that stands: the row that has most of its columns. Found once while header and columns stay as they are. */
export function gridOf(grid: Grid, { header, columns }: Pick<WideMapping, "header" | "columns">): WideGrid {
  const before = found.get(grid);
  if (before?.header === header && before.columns === columns) return before.under;
  const under = findGrid(grid, { header, columns });
  found.set(grid, { header, columns, under });
  return under;
}

function findGrid(grid: Grid, { header, columns }: Pick<WideMapping, "header" | "columns">): WideGrid {
  const keys = columns.filter(({ header: text }) => valueKey(text) !== "").map(headerKey);
  const candidates = grid.rows.slice(0, header.rows === 0 ? 0 : HEADER_REACH).map((row, index) => {
    const under = gridUnder(grid, index, header.rows);
    const count = keys.filter((key) => under.byHeader.has(key)).length;
    return { under, rank: count + (row.number === header.row ? 0.5 : 0) };
  });
  const most = Math.max(...candidates.map(({ rank }) => rank));
  return candidates.find(({ rank }) => rank === most)?.under ?? gridUnder(grid, 0, 0);
}

/** The column that the mapping means; undefined where the table has none such. */
export function columnOf(grid: WideGrid, place: Pick<MappedColumn, "header" | "nth">): WideColumn | undefined {
  return grid.byHeader.get(headerKey(place));
}

function headerKey({ header, nth }: Pick<MappedColumn, "header" | "nth">): string {
  return `${nth} ${valueKey(header)}`;
}

function numbered(headers: readonly string[]): readonly WideColumn[] {
  const seen = new Map<string, number>();
  return headers.map((header, at) => {
    const key = valueKey(header);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { at, header, nth };
  });
}

// A header above spans the columns to its right that have none of their own.
function headerText(header: GridRow | undefined, above: GridRow | undefined, at: number): string {
  const own = header === undefined ? "" : cellText(cellAt(header, at)).trim();
  const over = above === undefined ? "" : spanning(above, at);
  if (over === "" || over === own) return own;
  return own === "" ? over : `${over} / ${own}`;
}

function spanning(row: GridRow, at: number): string {
  for (let i = at; i >= 0; i--) {
    const text = cellText(cellAt(row, i)).trim();
    if (text !== "") return text;
  }
  return "";
}

const widths = new WeakMap<Grid, number>();

// Measured once: a header is looked for row by row.
function widthOf(grid: Grid): number {
  const known = widths.get(grid);
  if (known !== undefined) return known;
  const width = grid.rows.reduce((widest, row) => Math.max(widest, lastFilled(row) + 1), 0);
  widths.set(grid, width);
  return width;
}

function lastFilled({ cells }: GridRow): number {
  return cells.findLastIndex(({ text }) => text !== "");
}
