import type { RawTable } from "./raw-package.ts";
import { RESOURCES, type ResourceName } from "./resources.ts";

/** A row that the program itself made: a value by the name of its column; what is left out is an empty cell. */
export type MadeRow = Readonly<Record<string, string | number | null>>;

/** A table of a package as a file would give it, of rows that the program itself made. */
export function makeRawTable(name: ResourceName, rows: readonly MadeRow[]): RawTable {
  const { file, columns } = RESOURCES[name];
  const header = Object.keys(columns);
  const cells = (row: MadeRow): readonly string[] => header.map((column) => String(row[column] ?? ""));
  return { file, header, rows: rows.map((row, i) => ({ number: i + 2, cells: cells(row) })) };
}
