import type { SimilarityMeasureId } from "../../../../src/core/analysis/similarity-measures.ts";
import type { Dataset } from "../../../../src/core/dataset/dataset.ts";
import { type TinyAnswer, tinyDataset } from "../../../fixtures/tiny-dataset.ts";
import fixture from "./similarity.json" with { type: "json" };

/** A query with what R computes of it: `similarity.R` beside this file. */
export interface RQuery {
  readonly dataset: Dataset;
  readonly respondents: readonly string[];
  /** By variable, as the weighted figures have them. */
  readonly weights: Readonly<Record<string, number>>;
  readonly weighted: Readonly<Record<SimilarityMeasureId, Square>>;
  readonly plain: Readonly<Record<SimilarityMeasureId, Square>>;
  /** Of the clustering of the weighted Gower distances, which are all known and have no ties. */
  readonly heights: readonly number[];
  readonly cophenetic: Square;
  /** Codes of respondents in the optimal order of leaves, and the sum of the distances between neighbours. */
  readonly order: readonly string[];
  readonly length: number;
}

type Square = readonly (readonly (number | null)[])[];

const CODES = ["a", "b", "c"];

/** The queries of the fixture, the later ones with more missing. */
export const R_QUERIES: readonly RQuery[] = fixture.queries.map((query) => {
  const respondents = query.answers.map((_, i) => `R${String(i + 1).padStart(2, "0")}`);
  const questions = query.codes.map((named, q) => ({
    id: `${q + 1}`,
    variable: `answer-${q + 1}`,
    answers: query.answers.map((answers) => (answers[q] ?? "silent") as TinyAnswer),
    multiple: {
      [`codes-${q + 1}`]: {
        codes: CODES,
        of: Object.fromEntries(
          respondents.map((code, i) => [code, CODES.filter((_, k) => named[i]?.[k] === 1)] as const),
        ),
      },
    },
  }));
  const weights = query.codes.flatMap((_, q) => [
    [`answer-${q + 1}`, query.weights[2 * q] ?? 1] as const,
    [`codes-${q + 1}`, query.weights[2 * q + 1] ?? 1] as const,
  ]);
  return {
    ...query,
    dataset: tinyDataset({ respondents, questions }),
    respondents,
    weights: Object.fromEntries(weights),
    order: query.order.map((position) => respondents[position - 1] ?? ""),
  };
});
