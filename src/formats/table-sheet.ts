import { columnLetters } from "../core/dataset/grid.ts";
import { type CellLook, lookNumber } from "./table-styles.ts";
import { sheetView, sheetXml } from "./workbook-sheet.ts";
import { element } from "./workbook-xml.ts";
import type { SharedStrings } from "./workbook-zip.ts";

/** A sheet of an exported workbook: rows of cells, with what a reader expects of a table. */
export interface TableSheet {
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The row, from 1, that holds the headers to filter by; null where nothing is to be filtered. */
  readonly filterRow: number | null;
}

export interface SheetCell {
  readonly look: CellLook;
  /** Text is written as text and never run; a number and a date (days since 1899-12-30) are what they are. */
  readonly value: string | number;
  /** How many columns the cell reaches over; 0 where the one before it covers it. */
  readonly span?: number;
}

/** The part of one sheet. */
export function tableSheetPart(sheet: TableSheet, strings: SharedStrings): string {
  return sheetXml({
    view: sheetView(sheet.frozen),
    columns: sheet.widths.map(columnElement),
    rows: sheet.rows.map((row, i) => rowElement(row, i + 1, strings)),
    between: [filterElement(sheet), mergedCells(sheet)],
  });
}

function columnElement(width: number, index: number): string {
  return element("col", { min: index + 1, max: index + 1, width, customWidth: 1 });
}

function rowElement(row: readonly SheetCell[], number: number, strings: SharedStrings): string {
  const cells = row.map((cell, i) => cellElement(cell, `${columnLetters(i)}${number}`, strings));
  return element("row", { r: number }, cells.join(""));
}

function cellElement({ value, look }: SheetCell, address: string, strings: SharedStrings): string {
  const style = lookNumber(look);
  if (value === "") return `<c r="${address}" s="${style}"/>`;
  return typeof value === "number"
    ? `<c r="${address}" s="${style}"><v>${value}</v></c>`
    : `<c r="${address}" s="${style}" t="s"><v>${strings.numberOf(value)}</v></c>`;
}

function filterElement({ filterRow, rows, widths }: TableSheet): string {
  if (filterRow === null) return "";
  return element("autoFilter", { ref: `A${filterRow}:${columnLetters(widths.length - 1)}${rows.length}` });
}

function mergedCells({ rows }: TableSheet): string {
  const merged = rows.flatMap((row, y) =>
    row.flatMap(({ span = 1 }, x) =>
      span < 2
        ? []
        : [element("mergeCell", { ref: `${columnLetters(x)}${y + 1}:${columnLetters(x + span - 1)}${y + 1}` })],
    ),
  );
  return merged.length === 0 ? "" : element("mergeCells", { count: merged.length }, merged.join(""));
}
