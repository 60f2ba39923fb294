import type { Column } from "./column.ts";

/** A table of a data package: its file, its columns in their order, its keys. */
export interface Resource<Columns extends Record<string, Column<unknown>> = Record<string, Column<unknown>>> {
  readonly file: string;
  readonly title: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly columns: Columns;
  /** Whether a package may come without this table, which is then empty; it is written only when it has rows. */
  readonly isOptional: boolean;
}

/** Values of `fields` (where not empty) must stand in `reference`, the primary key of another resource. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly resource: KeyedResource;
  readonly reference: readonly string[];
}

type KeyedResource = "respondents" | "questions" | "variables" | "codes";

/** A table that every package has. */
export function resource<Columns extends Record<string, Column<unknown>>>(
  file: string,
  title: string,
  primaryKey: readonly (keyof Columns & string)[],
  columns: Columns,
  foreignKeys: readonly ForeignKey[] = [],
): Resource<Columns> {
  return { file, title, primaryKey, foreignKeys, columns, isOptional: false };
}

/** A table that only some packages have. */
export function optional<Columns extends Record<string, Column<unknown>>>(table: Resource<Columns>): Resource<Columns> {
  return { ...table, isOptional: true };
}

/** A foreign key of one field. */
export function key(field: string, resource: KeyedResource, reference: string): ForeignKey {
  return { fields: [field], resource, reference: [reference] };
}
