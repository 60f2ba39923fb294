import type { Dataset } from "../dataset/dataset.ts";
import type { PackageInfo } from "../dataset/descriptor.ts";
import type { Fault } from "../dataset/fault.ts";
import type { RawPackage } from "../dataset/raw-package.ts";
import { rawTables } from "../dataset/raw-tables.ts";
import type { Change, Tables } from "../dataset/resources.ts";
import type { Validated } from "../dataset/validate-package.ts";
import type { ChangeNote } from "./applied.ts";
import { applyEdit } from "./apply-edit.ts";
import { withDerivedValues } from "./derive-variable.ts";
import type { PackageEdit } from "./package-edit.ts";
import { raiseVersion } from "./version.ts";

/** When edits are made, and by whom where that is known. */
export interface Stamp {
  readonly at: string;
  readonly by?: string;
}

/** The whole gate for a package; it knows the rules of later layers as well. */
type Gate = (raw: RawPackage) => Validated;

export type Edited =
  | { readonly dataset: Dataset; readonly inverse: readonly PackageEdit[]; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly dataset?: never; readonly inverse?: never };

/**
 * Applies edits, all or none: the new dataset with its log and version, and the edits that take them back; or every fault that the package would have.
 * Values of derived variables follow. The result has passed the gate, so that no edit makes a package invalid. Edits that change nothing give the same dataset.
 */
export function applyEdits(dataset: Dataset, edits: readonly PackageEdit[], stamp: Stamp, gate: Gate): Edited {
  let tables: Tables = dataset;
  const inverse: PackageEdit[] = [];
  const changes: ChangeNote[] = [];
  for (const edit of edits) {
    const applied = applyEdit(tables, edit);
    if (applied.faults !== undefined) return applied;
    tables = applied.tables;
    inverse.unshift(...applied.inverse);
    changes.push(...applied.changes);
  }
  if (changes.length === 0) return { dataset, inverse: [] };
  const whole = withLog(withDerivedValues(tables), changes, stamp);
  const validated = gate({ descriptor: editedInfo(dataset.info), tables: rawTables(whole) });
  return validated.dataset === undefined ? { faults: validated.faults } : { dataset: validated.dataset, inverse };
}

function withLog(tables: Tables, notes: readonly ChangeNote[], { at, by = "" }: Stamp): Tables {
  const last = tables.changes.reduce((most, { seq }) => Math.max(most, seq), 0);
  const changes = notes.map((note, i): Change => ({ seq: last + 1 + i, at, by, ...note }));
  return { ...tables, changes: [...tables.changes, ...changes] };
}

// The first edit after an export makes a new version; those that follow are part of it.
function editedInfo(info: PackageInfo): PackageInfo {
  if (info.changedSinceExport === true) return info;
  return { ...info, version: raiseVersion(info.version), changedSinceExport: true };
}
