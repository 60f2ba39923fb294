import { findTensions } from "../../../core/analysis/tensions.ts";
import { tensionsTable } from "../../../core/export/tensions-table.ts";
import type { ExportSource } from "../../shared/export/export-source.ts";

/** The declared tensions as a table to export, found in what may go out. */
export const TENSIONS_SOURCE: ExportSource = {
  id: "tensions",
  label: "Tensions",
  fileName: "tensions",
  hasAll: false,
  make: (outgoing, _scope, date) => tensionsTable(outgoing, findTensions(outgoing.dataset), date),
};
