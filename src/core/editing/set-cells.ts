import { RESOURCES, type ResourceName, type Tables } from "../dataset/resources.ts";
import { type Applied, type ChangeNote, lacking } from "./applied.ts";
import type { PackageEdit } from "./package-edit.ts";

/** The row whose cells are set. */
interface Target<Row> {
  readonly resource: ResourceName;
  readonly rows: readonly Row[];
  readonly key: readonly string[];
  readonly isIt: (row: Row) => boolean;
  readonly about: string;
  readonly put: (rows: readonly Row[]) => Tables;
}

interface Setting<Cells> {
  readonly kind: PackageEdit["kind"];
  readonly fields: Partial<Cells>;
  readonly was?: Partial<Cells>;
}

/** Sets cells of one row. Cells that stand as wanted already are no change; one that is no longer as the edit says it was is a fault. */
export function setCells<Cells extends object, Row extends Cells>(
  { resource, rows, key, isIt, about, put }: Target<Row>,
  { kind, fields, was = {} }: Setting<Cells>,
  again: (fields: Partial<Cells>, was: Partial<Cells>) => PackageEdit,
): Applied {
  const at = rows.findIndex(isIt);
  const row = rows[at];
  if (row === undefined) return lacking(resource, key);
  const [column] = differing(row, was).filter((name) => row[name] !== fields[name]);
  if (column !== undefined) return changedSince(resource, column, String(row[column]), String(was[column]));
  const changed = differing(row, fields);
  const [before, after] = [pick<Cells>(row, changed), pick<Partial<Cells>>(fields, changed)];
  const changes = changed.map((name): ChangeNote => {
    return { kind, about, column: name, before: String(row[name]), after: String(fields[name]) };
  });
  if (changes.length === 0) return { tables: put(rows), inverse: [], changes };
  return { tables: put(rows.with(at, { ...row, ...after })), inverse: [again(before, after)], changes };
}

function changedSince(resource: ResourceName, column: string, found: string, was: string): Applied {
  const expected = `"${was}", as it stood when this was written: it was changed since`;
  return { faults: [{ file: RESOURCES[resource].file, row: null, column, found, expected }] };
}

function differing<Cells extends object>(row: Cells, wanted: Partial<Cells>): readonly Extract<keyof Cells, string>[] {
  const columns: Extract<keyof Cells, string>[] = [];
  for (const column in wanted) if (row[column] !== wanted[column]) columns.push(column);
  return columns;
}

function pick<Cells extends object>(row: Cells, columns: readonly (keyof Cells)[]): Partial<Cells> {
  const picked: Partial<Cells> = {};
  for (const column of columns) picked[column] = row[column];
  return picked;
}
