import { caveatsTable } from "../../core/export/caveats-table.ts";
import { codebookTable } from "../../core/export/codebook-table.ts";
import type { ExportTable } from "../../core/export/export-table.ts";
import { findingsTable } from "../../core/export/findings-table.ts";
import type { Outgoing } from "../../core/export/outgoing.ts";
import { reconciliationTable } from "../../core/export/reconciliation-table.ts";
import type { ExportSource } from "../shared/export/export-source.ts";

/** The tables about the sources that can be exported, by the part that shows them. */
export const SOURCE_EXPORTS: Readonly<Partial<Record<string, ExportSource>>> = {
  reconciliation: whole("reconciliation", "Reconciliation", reconciliationTable),
  caveats: whole("caveats", "Caveats", caveatsTable),
  findings: whole("findings", "Findings", findingsTable),
  codebook: whole("codebook", "Codebook", codebookTable),
};

function whole(id: string, label: string, table: (outgoing: Outgoing, date: string) => ExportTable): ExportSource {
  return { id, label, fileName: id, hasAll: false, make: (outgoing, _scope, date) => table(outgoing, date) };
}
