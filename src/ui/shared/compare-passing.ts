import { stateColumns } from "../../core/analysis/comparison-columns.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import type { View, WorkspaceAction } from "./workspace.ts";

/** What lays the states that a filter leaves side by side, in the place of those that were compared; nothing where it leaves none. */
export function comparePassing(dataset: Dataset, { filter, reading }: View): readonly WorkspaceAction[] {
  const codes = selectedRespondents(dataset, evaluate(dataset, filter, reading)).map(({ code }) => code);
  if (codes.length === 0) return [];
  return [
    { kind: "compare", comparison: { columns: stateColumns(codes) } },
    { kind: "compare-part", part: "table" },
    { kind: "go", screen: "compare" },
  ];
}
