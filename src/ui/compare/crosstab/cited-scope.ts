import type { Term } from "../../../core/query/filter.ts";
import { anyOf } from "../../../core/query/filter-text.ts";
import type { View } from "../../shared/workspace.ts";

/** The terms that keep what a cell cites to the states that are counted: the filter of the screen where it is what chose them, otherwise the states by their codes. */
export function termsOfScope({ filter, reading, analysis }: View, counted: readonly string[]): readonly Term[] {
  if (analysis.scope === "all") return [];
  // What a note cites is read of states: read of responses, the same words can let others pass.
  return analysis.scope === "filter" && reading === "states" ? filter.terms : [anyOf("respondent", counted)];
}
