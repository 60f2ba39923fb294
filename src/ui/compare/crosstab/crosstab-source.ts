import { fisherOf } from "../../../core/analysis/fisher-exact.ts";
import { crosstabTable } from "../../../core/export/crosstab-table.ts";
import type { ExportSource } from "../../shared/export/export-source.ts";
import type { View } from "../../shared/workspace.ts";
import { statesInScope } from "../states-in-scope.ts";
import { makeCrosstab } from "./make-crosstab.ts";

/** The cross-tabulation on screen as a table to export, counted of what may go out; with the test where it was asked for. */
export function crosstabSource(view: View, isTested: boolean): ExportSource {
  return {
    id: "crosstab",
    label: "Cross-table",
    fileName: "cross-table",
    hasAll: false,
    make: (outgoing, _scope, date) => {
      const { analysis } = view;
      const table = makeCrosstab(outgoing.dataset, analysis, statesInScope(outgoing.dataset, view, analysis.scope));
      const fisher = isTested ? fisherOf(table) : null;
      return crosstabTable(outgoing, { table, share: analysis.share, fisher, date });
    },
  };
}
