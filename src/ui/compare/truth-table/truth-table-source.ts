import { makeTruthTable, type TruthTable } from "../../../core/analysis/truth-table.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { truthTableTable } from "../../../core/export/truth-table-table.ts";
import type { AnalysisChoice } from "../../shared/analysis-choice.ts";
import type { ExportSource } from "../../shared/export/export-source.ts";
import type { View } from "../../shared/workspace.ts";
import { statesInScope } from "../states-in-scope.ts";
import { indicatorOf } from "./indicator-options.ts";

type Chosen = Pick<AnalysisChoice, "conditions" | "outcome" | "missing">;

/** The truth table that is chosen, of these states; null as long as there is no condition or no outcome. */
export function chosenTruthTable(
  dataset: Dataset,
  { conditions, outcome, missing }: Chosen,
  respondents: readonly string[],
): TruthTable | null {
  if (conditions.length === 0 || outcome === "") return null;
  return makeTruthTable(dataset, {
    respondents,
    conditions: conditions.map(indicatorOf),
    outcome: indicatorOf(outcome),
    missing,
  });
}

/** The truth table of what a dataset that may go out holds. */
export function outgoingTruthTable(dataset: Dataset, view: View): TruthTable {
  const table = chosenTruthTable(dataset, view.analysis, statesInScope(dataset, view, view.analysis.scope));
  if (table === null) throw new Error("a truth table goes out once its conditions and outcome are chosen");
  return table;
}

/** The truth table on screen as a table to export, made of what may go out. */
export function truthTableSource(view: View): ExportSource {
  return {
    id: "truth-table",
    label: "Truth table",
    fileName: "truth-table",
    hasAll: false,
    make: (outgoing, _scope, date) => truthTableTable(outgoing, outgoingTruthTable(outgoing.dataset, view), date),
  };
}
