import type { Fault } from "./fault.ts";
import type { ResourceName } from "./resources.ts";

/** A table as a file format gave it: cells are text, nothing is checked yet. */
export interface RawTable {
  /** The file as the user knows it; faults name it. */
  readonly file: string;
  readonly header: readonly string[];
  /** Gone through once or more, in their order; a reader of large files makes them only then. */
  readonly rows: Iterable<RawRow>;
}

export interface RawRow {
  /** Row as a spreadsheet numbers it: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A file that is there and cannot be read as a table. */
export interface UnreadableTable {
  readonly file: string;
  readonly faults: readonly [Fault, ...Fault[]];
}

/** A package before validation. A resource whose file is missing is absent. */
export interface RawPackage {
  readonly descriptor: unknown;
  readonly tables: Readonly<Partial<Record<ResourceName, RawTable | UnreadableTable>>>;
}
