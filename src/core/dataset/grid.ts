/** A sheet of a workbook, or a delimited file: rows of cells as a reader gave them, nothing understood yet. */
export interface Grid {
  /** The file as the user knows it, with the sheet behind it where there are several: `answers.xlsx: Sheet1`. Faults name it. */
  readonly file: string;
  /** The sheet's own name; the file's name without extension where there are no sheets. */
  readonly name: string;
  /** Rows in their order; those that are blank throughout are left out, and the others keep their numbers. */
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** Row as a spreadsheet numbers it, from 1. */
  readonly number: number;
  /** Cells from column A on; what follows the last one is empty. */
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  /** What a person sees in the cell: dates as YYYY-MM-DD, numbers as they are written in full, TRUE and FALSE. */
  readonly text: string;
  readonly kind: GridCellKind;
}

/** What a cell holds; delimited files know `text` and `empty` alone. A formula's text is the result that was stored with it; a merged cell's is that of the cell that covers it. */
export type GridCellKind = "empty" | "text" | "number" | "date" | "boolean" | "formula" | "error" | "merged";

/** The letters by which a spreadsheet names a column, counted from 0: A, B, …, Z, AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? "" : columnLetters(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
