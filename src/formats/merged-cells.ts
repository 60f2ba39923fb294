import type { Fault } from "../core/dataset/fault.ts";
import type { GridCell, GridRow } from "../core/dataset/grid.ts";
import { mostOf, wholeFileFault } from "./input-limits.ts";

/** A cell's place: row from 1, column from 0; NaN where a reference is none. */
export interface CellReference {
  readonly row: number;
  readonly column: number;
}

/** Cells from one corner to the other, both within. */
export interface CellRange {
  readonly from: CellReference;
  readonly to: CellReference;
}

/** Reads a reference such as B12. */
export function cellReference(text: string): CellReference {
  const [, letters, row] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined) return { row: Number.NaN, column: Number.NaN };
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row), column };
}

/** Reads a range such as B12:C14. */
export function rangeOf(text: string): CellRange {
  const [from = "", to = from] = text.split(":");
  return { from: cellReference(from), to: cellReference(to) };
}

/**
 * The rows with the cells that a merged cell covers marked as merged, each with the text of the cell that covers it.
 * No row is made for it, and no column right of the sheet's last filled one.
 */
export function coverMerged(
  file: string,
  rows: readonly GridRow[],
  ranges: readonly CellRange[],
  width: number,
): { readonly rows: readonly GridRow[]; readonly faults?: never } | { readonly faults: readonly Fault[] } {
  const changed = new Map<number, GridCell[]>();
  let covered = 0;
  for (const { from, to } of ranges) {
    const first = lowerBound(rows, from.row);
    const anchor = rows[first]?.number === from.row ? rows[first]?.cells[from.column] : undefined;
    const last = Math.min(to.column, width - 1);
    for (let i = first; (rows[i]?.number ?? Number.POSITIVE_INFINITY) <= to.row; i++) {
      // Ranges of a sound sheet never overlap, so that all together are no more than the sheet.
      covered += Math.max(1, last - from.column + 1);
      if (covered > mostOf("cells"))
        return { faults: [wholeFileFault(file, "merged cells that overlap", "merged cells apart from each other")] };
      const cells = changed.get(i) ?? [...(rows[i]?.cells ?? [])];
      changed.set(i, cells);
      for (let column = from.column; column <= last; column++)
        if (!(rows[i]?.number === from.row && column === from.column)) place(cells, column, anchor?.text ?? "");
    }
  }
  return { rows: rows.map((row, i) => ({ ...row, cells: changed.get(i) ?? row.cells })) };
}

function place(cells: GridCell[], column: number, text: string): void {
  while (cells.length < column) cells.push({ text: "", kind: "empty" });
  cells[column] = { text, kind: "merged" };
}

// The first row of at least this number.
function lowerBound(rows: readonly GridRow[], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
