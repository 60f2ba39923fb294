import type { Fault } from "../core/dataset/fault.ts";

/** An automatic backup of what is the analyst's own, packages aside. */
export interface BackupSummary {
  readonly name: string;
  readonly at: string;
  readonly size: number;
}

/** What became of a file with everything of an analyst's own: taken in, or refused whole with nothing changed. */
export type RestoredBackup =
  | {
      readonly kind: "restored";
      /** When the file was made. */
      readonly at: string;
      readonly files: readonly string[];
      /** Ids of the packages that came in. */
      readonly packages: readonly string[];
      /** Of packages that could not come in, where there are such. */
      readonly faults: readonly Fault[];
    }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };
