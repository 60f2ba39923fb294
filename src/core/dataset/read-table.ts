import type { Column } from "./column.ts";
import type { Fault } from "./fault.ts";
import type { RawRow, RawTable, UnreadableTable } from "./raw-package.ts";
import type { Resource } from "./resource.ts";

/** A row with the number that faults name it by, and the values of those cells that could be read, in the resource's order. */
export interface NumberedRow {
  readonly number: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether every cell could be read. */
  readonly isComplete: boolean;
}

export interface TableReading {
  /** Every row of which a cell could be read, the faulty ones included. */
  readonly rows: readonly NumberedRow[];
  /** The primary keys of these rows; null where a row has none that can be read, so that nothing can be said to be missing. */
  readonly keys: ReadonlySet<string> | null;
  readonly faults: readonly Fault[];
}

/** Reads every cell of a table by the resource's columns, on to the end, and names every fault. */
export function readTable(resource: Resource, table: RawTable | UnreadableTable): TableReading {
  const wholeFaults = "faults" in table ? table.faults : checkHeader(resource, table);
  if ("faults" in table || wholeFaults.length > 0) return { rows: [], keys: null, faults: wholeFaults };
  const columns = Object.entries(resource.columns).map(([name, column]): PlacedColumn => {
    return { name, column, at: table.header.indexOf(name) };
  });
  const readings = table.rows.map((row) => readRow(columns, table.file, row));
  const rows = readings.map((reading) => reading.row);
  const keyed = rows.filter((row) => hasValues(row, resource.primaryKey));
  const keys = new Set(keyed.map((row) => keyOf(row, resource.primaryKey)));
  const duplicates = keys.size === keyed.length ? [] : duplicateKeys(resource, table.file, keyed);
  return {
    rows,
    keys: keyed.length < rows.length ? null : keys,
    faults: [...readings.flatMap((reading) => reading.faults), ...duplicates],
  };
}

/** The values of `fields` in a row as one key. */
export function keyOf(row: NumberedRow, fields: readonly string[]): string {
  return joinKey(fields.map((field) => String(row.values[field])));
}

/** Ids as one key; they hold no U+001F, so keys never collide. */
export function joinKey(parts: readonly string[]): string {
  return parts.join("\u001f");
}

/** The ids of a key; undoes `joinKey`. */
export function splitKey(key: string): readonly string[] {
  return key.split("\u001f");
}

/** Whether all of `fields` could be read in a row. */
export function hasValues(row: NumberedRow, fields: readonly string[]): boolean {
  return row.isComplete || fields.every((field) => row.values[field] !== undefined);
}

const NO_FAULTS: readonly Fault[] = [];

interface PlacedColumn {
  readonly name: string;
  readonly column: Column<unknown>;
  readonly at: number;
}

function checkHeader(resource: Resource, { file, header }: RawTable): readonly Fault[] {
  const names = Object.keys(resource.columns);
  const fault = (column: string, found: string, expected: string): Fault => ({ file, row: 1, column, found, expected });
  const missing = names.filter((name) => !header.includes(name)).map((name) => fault(name, "", `a column ${name}`));
  const unknown = header
    .filter((name) => !names.includes(name))
    .map((name) => fault(name, name, `only the columns ${names.join(", ")}`));
  const repeated = header
    .filter((name, i) => names.includes(name) && header.indexOf(name) !== i)
    .map((name) => fault(name, name, "each column once"));
  return [...missing, ...unknown, ...repeated];
}

function readRow(
  columns: readonly PlacedColumn[],
  file: string,
  { number, cells }: RawRow,
): { readonly row: NumberedRow; readonly faults: readonly Fault[] } {
  if (cells.length !== columns.length) {
    const expected = `${columns.length} cells, one for each column`;
    return {
      row: { number, values: {}, isComplete: false },
      faults: [{ file, row: number, column: "", found: `${cells.length} cells`, expected }],
    };
  }
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  for (const { name, column, at } of columns) {
    const found = withLineFeeds(cells[at] ?? "");
    const reading = column.read(found);
    if ("expected" in reading) faults.push({ file, row: number, column: name, found, expected: reading.expected });
    else values[name] = reading.value;
  }
  const isComplete = faults.length === 0;
  // Of a large table nearly every row is sound: one list serves all of them.
  return { row: { number, values, isComplete }, faults: isComplete ? NO_FAULTS : faults };
}

// Files, workbooks and what is typed end lines each in their own way; in a dataset a line ends one way.
function withLineFeeds(cell: string): string {
  return cell.includes("\r") ? cell.replaceAll(/\r\n?/g, "\n") : cell;
}

function duplicateKeys({ primaryKey }: Resource, file: string, rows: readonly NumberedRow[]): readonly Fault[] {
  const first = new Map<string, number>();
  const column = primaryKey.join(", ");
  return rows.flatMap((row) => {
    const rowKey = keyOf(row, primaryKey);
    const earlier = first.get(rowKey);
    if (earlier === undefined) {
      first.set(rowKey, row.number);
      return [];
    }
    const found = primaryKey.map((field) => String(row.values[field])).join(", ");
    return [{ file, row: row.number, column, found, expected: `a key of its own; row ${earlier} has the same` }];
  });
}
