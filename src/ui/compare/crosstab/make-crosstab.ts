import { type CrossTabulation, crossTabulate } from "../../../core/analysis/cross-tabulation.ts";
import { axisOf } from "../../../core/analysis/crosstab-axis.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import type { AnalysisChoice } from "../../shared/analysis-choice.ts";
import { chosenAxes } from "./axis-options.ts";

/** The cross-tabulation that is chosen, of these states. */
export function makeCrosstab(
  dataset: Dataset,
  choice: Pick<AnalysisChoice, "rows" | "columns">,
  respondents: readonly string[],
): CrossTabulation {
  const keys = chosenAxes(dataset, choice);
  const [rows, columns] = [axisOf(dataset, keys.rows), axisOf(dataset, keys.columns)];
  if (rows === null || columns === null) throw new Error(`the dataset has no axes ${keys.rows} and ${keys.columns}`);
  return crossTabulate(rows, columns, respondents);
}
