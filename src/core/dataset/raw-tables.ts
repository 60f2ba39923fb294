import type { RawPackage, RawTable } from "./raw-package.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName } from "./resources.ts";
import { cellText } from "./table-text.ts";

/** A row that the program itself made: values by the names of their columns; what is left out is an empty cell. */
export type MadeRow = Readonly<Record<string, string | number | null | readonly string[]>>;

/** Tables as their canonical files would be read, so that the gate for files is the gate for whatever else makes tables; a table that is left out has no rows. */
export function rawTables(made: Readonly<Partial<Record<ResourceName, readonly MadeRow[]>>>): RawPackage["tables"] {
  return Object.fromEntries(RESOURCE_NAMES.map((name) => [name, rawTable(name, made[name] ?? [])]));
}

function rawTable(name: ResourceName, rows: readonly MadeRow[]): RawTable {
  const { file, columns } = RESOURCES[name];
  const header = Object.keys(columns);
  const cells = (row: MadeRow): readonly string[] => header.map((column) => cellText(row[column] ?? null));
  return { file, header, rows: rows.map((row, i) => ({ number: i + 2, cells: cells(row) })) };
}
