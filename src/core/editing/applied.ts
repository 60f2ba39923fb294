import type { Fault } from "../dataset/fault.ts";
import { type Change, RESOURCES, type ResourceName, type Tables } from "../dataset/resources.ts";
import type { PackageEdit } from "./package-edit.ts";

/** What the log says of a change, but for when and by whom. */
export type ChangeNote = Pick<Change, "kind" | "about" | "column" | "before" | "after">;

/** What one edit makes of the tables, the edits that take it back, and what the log says of it; or why it cannot be made. */
export type Applied =
  | {
      readonly tables: Tables;
      readonly inverse: readonly PackageEdit[];
      readonly changes: readonly ChangeNote[];
      readonly faults?: never;
    }
  | { readonly faults: readonly [Fault, ...Fault[]]; readonly tables?: never };

/** An edit that cannot be made for one reason, in the usual form of a fault. */
export function refused(resource: ResourceName, column: string, found: string, expected: string): Applied {
  return { faults: [{ file: RESOURCES[resource].file, row: null, column, found, expected }] };
}

/** An edit of something that is not there. */
export function lacking(resource: ResourceName, key: readonly string[]): Applied {
  return refused(resource, RESOURCES[resource].primaryKey.join(", "), key.join(", "), "a row with this key");
}

/** An edit that would add what is there. */
export function taken(resource: ResourceName, key: readonly string[]): Applied {
  return refused(resource, RESOURCES[resource].primaryKey.join(", "), key.join(", "), "a key that no other row has");
}
