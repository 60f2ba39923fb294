import { clusterRespondents } from "../../../core/analysis/clustering.ts";
import { measureSimilarity, type SimilarityChoice } from "../../../core/analysis/similarity.ts";
import { similarityTable } from "../../../core/export/similarity-table.ts";
import type { ExportSource } from "../../shared/export/export-source.ts";
import type { View } from "../../shared/workspace.ts";
import { statesInScope } from "../states-in-scope.ts";

/** What similarities are measured of: every question, by the measure, threshold and weights that are chosen. */
export function similarityChoice(
  { measure, threshold, weights }: Pick<SimilarityChoice, "measure" | "threshold" | "weights">,
  respondents: readonly string[],
): SimilarityChoice {
  return { respondents, questions: [], measure, weights, threshold };
}

/** The similarities on screen as a table to export, measured of what may go out. */
export function similaritySource(view: View): ExportSource {
  return {
    id: "similarity",
    label: "Similarity",
    fileName: "similarity",
    hasAll: false,
    make: (outgoing, _scope, date) => {
      const respondents = statesInScope(outgoing.dataset, view, view.analysis.scope);
      const matrix = measureSimilarity(outgoing.dataset, similarityChoice(view.analysis, respondents));
      const { weights } = view.analysis;
      return similarityTable(outgoing, { matrix, clustering: clusterRespondents(matrix), weights, date });
    },
  };
}
