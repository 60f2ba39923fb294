import type { ExportTable } from "./export-table.ts";

/** The table with these of its columns, in this order. Positions that it does not have are left out. */
export function chooseColumns(table: ExportTable, positions: readonly number[]): ExportTable {
  const chosen = positions.filter((at) => table.columns[at] !== undefined);
  const pick = <Item>(items: readonly Item[]): readonly Item[] => chosen.flatMap((at) => items.slice(at, at + 1));
  return {
    ...table,
    columns: pick(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: pick(row.cells) })),
  };
}
