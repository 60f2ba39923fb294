import type { Column, Reading } from "./column.ts";
import type { Fault } from "./fault.ts";
import { KeySet } from "./key-set.ts";
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
  readonly keys: KeySet | null;
  readonly faults: readonly Fault[];
}

/** Reads every cell of a table by the resource's columns, on to the end, and names every fault. */
export function readTable(resource: Resource, table: RawTable | UnreadableTable): TableReading {
  const wholeFaults = "faults" in table ? table.faults : checkHeader(resource, table);
  if ("faults" in table || wholeFaults.length > 0) return { rows: [], keys: null, faults: wholeFaults };
  const columns = Object.entries(resource.columns).map(([name, column]): PlacedColumn => {
    return { name, column, at: table.header.indexOf(name), known: new Map() };
  });
  const faults: Fault[] = [];
  const rows = Array.from(table.rows, (row) => readRow(columns, table.file, row, faults));
  const keyed = rows.filter((row) => hasValues(row, resource.primaryKey));
  const keys = new KeySet();
  const repeated = keyed.filter((row) => !keys.add(keyOf(row, resource.primaryKey)));
  const duplicates = repeated.length === 0 ? [] : duplicateKeys(resource, table.file, keyed);
  return { rows, keys: keyed.length < rows.length ? null : keys, faults: [...faults, ...duplicates] };
}

/** The values of `fields` in a row, as a key. */
export function keyOf(row: NumberedRow, fields: readonly string[]): readonly string[] {
  return fields.map((field) => String(row.values[field]));
}

/** Whether all of `fields` could be read in a row. */
export function hasValues(row: NumberedRow, fields: readonly string[]): boolean {
  return row.isComplete || fields.every((field) => row.values[field] !== undefined);
}

const LONGEST_KNOWN = 40;

interface PlacedColumn {
  readonly name: string;
  readonly column: Column<unknown>;
  readonly at: number;
  /** Readings of short cells, which most others of their column repeat. */
  readonly known: Map<string, Reading<unknown>>;
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
  faults: Fault[],
): NumberedRow {
  if (cells.length !== columns.length) {
    const expected = `${columns.length} cells, one for each column`;
    faults.push({ file, row: number, column: "", found: `${cells.length} cells`, expected });
    return { number, values: {}, isComplete: false };
  }
  const before = faults.length;
  const values: Record<string, unknown> = {};
  for (const column of columns) {
    const { name, at } = column;
    const found = cells[at] ?? "";
    const reading = readCell(column, found);
    if ("expected" in reading)
      faults.push({ file, row: number, column: name, found: withLineFeeds(found), expected: reading.expected });
    else values[name] = reading.value;
  }
  return { number, values, isComplete: faults.length === before };
}

function readCell({ column, known }: PlacedColumn, cell: string): Reading<unknown> {
  if (cell.length > LONGEST_KNOWN) return column.read(withLineFeeds(cell));
  const before = known.get(cell);
  if (before !== undefined) return before;
  const reading = column.read(withLineFeeds(cell));
  known.set(cell, reading);
  return reading;
}

// Files, workbooks and what is typed end lines each in their own way; in a dataset a line ends one way.
function withLineFeeds(cell: string): string {
  return cell.includes("\r") ? cell.replaceAll(/\r\n?/g, "\n") : cell;
}

function duplicateKeys({ primaryKey }: Resource, file: string, rows: readonly NumberedRow[]): readonly Fault[] {
  const first = new Map<string, number>();
  const column = primaryKey.join(", ");
  return rows.flatMap((row) => {
    // Ids hold no U+001F, so that keys never collide.
    const rowKey = keyOf(row, primaryKey).join("\u001f");
    const earlier = first.get(rowKey);
    if (earlier === undefined) {
      first.set(rowKey, row.number);
      return [];
    }
    const found = keyOf(row, primaryKey).join(", ");
    return [{ file, row: row.number, column, found, expected: `a key of its own; row ${earlier} has the same` }];
  });
}
