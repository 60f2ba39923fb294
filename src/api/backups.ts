import type { Fault } from "../core/dataset/fault.ts";

/** An automatic backup of what is the analyst's own, packages aside. */
export interface BackupSummary {
  readonly name: string;
  readonly at: string;
  readonly size: number;
}

/** What an analyst's own consists of, in words. The one table of names. */
export const OWN_PARTS = {
  notes: "Notes",
  drafts: "Drafts of queries",
  dismissals: "Dismissed suggestions",
  views: "Saved views",
  reports: "Reports",
  mappings: "Mappings of tables",
  settings: "Settings",
  packages: "Packages",
} as const;

export type OwnPart = keyof typeof OWN_PARTS;

/** Whether a file with everything of one's own is added to what there is, or put in its place. */
export const RESTORE_MODES = ["add", "replace"] as const;
export type RestoreMode = (typeof RESTORE_MODES)[number];

/** What a file brought to one part of what there was. */
export interface TakenIn {
  readonly part: OwnPart;
  readonly added: number;
  /** Those here that the file had later words of; notes alone are merged. */
  readonly changed: number;
  readonly unchanged: number;
  /** Names of what the file has otherwise: it stays as it is here. Of notes, those that now have two values side by side. */
  readonly kept: readonly string[];
}

/** What became of a file with everything of an analyst's own: added, put in the place of what there was, or refused whole with nothing changed. */
export type RestoredBackup =
  | {
      readonly kind: "added";
      /** When the file was made. */
      readonly at: string;
      readonly parts: readonly TakenIn[];
      /** Of what could not come in, where there is such. */
      readonly faults: readonly Fault[];
    }
  | {
      readonly kind: "restored";
      readonly at: string;
      readonly files: readonly string[];
      /** Ids of the packages that came in. */
      readonly packages: readonly string[];
      /** Of packages that could not come in, where there are such. */
      readonly faults: readonly Fault[];
    }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** What a file brought to one part, for a person: "Notes: 3 new, 1 changed, 5 as they were". */
export function describeTakenIn({ part, added, changed, unchanged, kept }: TakenIn): string {
  const changes = part === "notes" ? `, ${changed} changed` : "";
  const others = part === "notes" ? "two values side by side in" : "here in another form, and left so";
  const rest = kept.length === 0 ? "" : `; ${others}: ${kept.join(", ")}`;
  return `${OWN_PARTS[part]}: ${added} new${changes}, ${unchanged} as they were${rest}`;
}
