import { membersOf } from "../../core/analysis/comparison-columns.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import type { StateScope } from "../shared/analysis-choice.ts";
import type { View } from "../shared/workspace.ts";

/** The states of a dataset, in its order, that an analysis is of: all, those that the filter lets pass, or those that are compared. */
export function statesInScope(dataset: Dataset, view: View, scope: StateScope): readonly string[] {
  const all = dataset.respondents.map(({ code }) => code);
  switch (scope) {
    case "all":
      return all;
    case "filter":
      return selectedRespondents(dataset, evaluate(dataset, view.filter, view.reading)).map(({ code }) => code);
    case "compared": {
      const members = new Set(view.comparison.columns.flatMap(membersOf));
      return all.filter((code) => members.has(code));
    }
  }
}
