import type { RawPackage, RawTable } from "./raw-package.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName, type Tables } from "./resources.ts";
import { cellText } from "./table-text.ts";

/** Tables as their canonical files would be read, so that the gate for files is the gate for whatever else makes tables. */
export function rawTables(tables: Tables): RawPackage["tables"] {
  return Object.fromEntries(RESOURCE_NAMES.map((name) => [name, rawTable(name, tables[name])]));
}

function rawTable<Name extends ResourceName>(name: Name, rows: Tables[Name]): RawTable {
  const { file, columns } = RESOURCES[name];
  const header = Object.keys(columns);
  return {
    file,
    header,
    rows: rows.map((row, i) => ({
      number: i + 2,
      cells: header.map((column) => cellText(Reflect.get(row, column))),
    })),
  };
}
