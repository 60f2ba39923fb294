import type { Column } from "./column.ts";
import type { Fault } from "./fault.ts";
import type { RawRow, RawTable } from "./raw-package.ts";
import type { Resource } from "./resources.ts";

/** A row with the number that faults name it by. */
export interface NumberedRow {
  readonly number: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads every cell of a table by the resource's columns. Faulty rows are left out of `rows` and named in `faults`; reading goes on to the end. */
export function readTable(
  resource: Resource,
  table: RawTable,
): { readonly rows: readonly NumberedRow[]; readonly faults: readonly Fault[] } {
  const headerFaults = checkHeader(resource, table);
  if (headerFaults.length > 0) return { rows: [], faults: headerFaults };
  const columns = table.header.map((name) => [name, resource.columns[name] as Column<unknown>] as const);
  const readings = table.rows.map((row) => readRow(columns, table.file, row));
  const faults = readings.flatMap((reading) => reading.faults);
  const rows = readings.filter((reading) => reading.faults.length === 0).map((reading) => reading.row);
  return { rows, faults: [...faults, ...duplicateKeys(resource, table.file, rows)] };
}

/** The values of `fields` in a row as one key; ids hold no U+001F, so keys never collide. */
export function keyOf(row: NumberedRow, fields: readonly string[]): string {
  return fields.map((field) => String(row.values[field])).join("\u001f");
}

function checkHeader(resource: Resource, table: RawTable): readonly Fault[] {
  const names = Object.keys(resource.columns);
  const fault = (column: string, found: string, expected: string): Fault => ({
    file: table.file,
    row: 1,
    column,
    found,
    expected,
  });
  const missing = names
    .filter((name) => !table.header.includes(name))
    .map((name) => fault(name, "", `a column ${name}`));
  const unknown = table.header
    .filter((name) => !names.includes(name))
    .map((name) => fault(name, name, `only the columns ${names.join(", ")}`));
  const repeated = table.header
    .filter((name, i) => names.includes(name) && table.header.indexOf(name) !== i)
    .map((name) => fault(name, name, "each column once"));
  return [...missing, ...unknown, ...repeated];
}

function readRow(
  columns: readonly (readonly [string, Column<unknown>])[],
  file: string,
  row: RawRow,
): { readonly row: NumberedRow; readonly faults: readonly Fault[] } {
  if (row.cells.length !== columns.length) {
    const expected = `${columns.length} cells, one for each column`;
    return {
      row: { number: row.number, values: {} },
      faults: [{ file, row: row.number, column: "", found: `${row.cells.length} cells`, expected }],
    };
  }
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  columns.forEach(([name, column], i) => {
    const found = row.cells[i] ?? "";
    const reading = column.read(found);
    if ("expected" in reading) faults.push({ file, row: row.number, column: name, found, expected: reading.expected });
    else values[name] = reading.value;
  });
  return { row: { number: row.number, values }, faults };
}

function duplicateKeys(resource: Resource, file: string, rows: readonly NumberedRow[]): readonly Fault[] {
  const first = new Map<string, number>();
  const column = resource.primaryKey.join(", ");
  return rows.flatMap((row) => {
    const rowKey = keyOf(row, resource.primaryKey);
    const earlier = first.get(rowKey);
    if (earlier === undefined) {
      first.set(rowKey, row.number);
      return [];
    }
    const found = resource.primaryKey.map((field) => String(row.values[field])).join(", ");
    return [{ file, row: row.number, column, found, expected: `a key of its own; row ${earlier} has the same` }];
  });
}
