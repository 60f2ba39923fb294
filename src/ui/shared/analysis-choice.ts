import { DEFAULT_THRESHOLD, type SimilarityChoice } from "../../core/analysis/similarity.ts";
import type { MissingRule } from "../../core/analysis/truth-table.ts";
import type { ShownShare } from "../../core/export/crosstab-table.ts";

/** Of which states similarities, cross-tabulations and truth tables are. The one table of their words. */
export const STATE_SCOPES = {
  all: "All",
  filter: "Filter",
  compared: "Compared",
} as const;

export type StateScope = keyof typeof STATE_SCOPES;

/** What the analyses beside the table are made of. */
export interface AnalysisChoice extends Pick<SimilarityChoice, "measure" | "threshold" | "weights"> {
  readonly scope: StateScope;
  /** Keys of the axes of the cross-tabulation; empty for the first that suit. */
  readonly rows: string;
  readonly columns: string;
  readonly share: ShownShare;
  /** Indicators of the truth table, as `variable:code`. */
  readonly conditions: readonly string[];
  readonly outcome: string;
  readonly missing: MissingRule;
}

export const FIRST_ANALYSIS: AnalysisChoice = {
  scope: "all",
  measure: "gower",
  threshold: DEFAULT_THRESHOLD,
  weights: {},
  rows: "",
  columns: "",
  share: "row",
  conditions: [],
  outcome: "",
  missing: "drop",
};
