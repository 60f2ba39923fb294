import type { ExportTable } from "../../../core/export/export-table.ts";
import type { Outgoing } from "../../../core/export/outgoing.ts";

/** How much of a table goes out: what the view shows, or everything. */
export type ExportScope = "view" | "all";

/** A table that a screen offers to export. */
export interface ExportSource {
  readonly id: string;
  readonly label: string;
  /** What the file's name says beside the package. */
  readonly fileName: string;
  /** Whether there is more to it than the view shows. */
  readonly hasAll: boolean;
  /** Makes the table of what may go out; the day is YYYY-MM-DD. */
  readonly make: (outgoing: Outgoing, scope: ExportScope, date: string) => ExportTable;
}
