import type { ExportRow } from "./export-table.ts";

/**
 * For each row, over how many rows its cell in a column reaches: 1 or more where a run of equal texts begins, 0 where one goes on.
 * A run ends where the column before it changes, so that cells are joined only within what they belong to.
 */
export function equalRuns(rows: readonly ExportRow[], column: number): readonly number[] {
  const same = rows.map((row, i) => i > 0 && isSame(row, rows[i - 1], column));
  return same.map((goesOn, i) => {
    if (goesOn) return 0;
    const end = same.findIndex((next, at) => at > i && !next);
    return (end === -1 ? rows.length : end) - i;
  });
}

function isSame(row: ExportRow, before: ExportRow | undefined, column: number): boolean {
  return row.cells.slice(0, column + 1).every(({ text }, i) => text === before?.cells[i]?.text);
}
