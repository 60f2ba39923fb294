import { TIE } from "./leaf-order.ts";
import type { PairSimilarity, SimilarityMatrix } from "./similarity.ts";

/** Another state, and how alike it is. */
export interface Neighbour extends PairSimilarity {
  readonly respondent: string;
}

/** The others by how alike they are, the nearest first, ties by code; those whose figure is withheld come last. */
export function rankNeighbours(matrix: SimilarityMatrix, respondent: string): readonly Neighbour[] {
  return matrix.respondents
    .filter((other) => other !== respondent)
    .map((other) => ({ respondent: other, ...matrix.between(respondent, other) }))
    .toSorted((a, b) => descending(a.similarity, b.similarity));
}

/** How like the others a state is on the whole. */
export interface Typicality {
  readonly respondent: string;
  /** The mean of its known similarities; null where none is known. */
  readonly mean: number | null;
  /** Of how many pairs that is the mean, and how many there are. */
  readonly pairs: number;
  readonly of: number;
  /** Whether its mean lies under Tukey's lower fence (1977): the first quartile less one and a half times the distance of the quartiles. */
  readonly isOutlier: boolean;
}

/** States from the most typical to the least, ties by code; those of which no pair is known come last. */
export function rankTypicality(matrix: SimilarityMatrix): readonly Typicality[] {
  const means = matrix.respondents.map((respondent) => ({ respondent, ...meanOfKnown(matrix, respondent) }));
  const fence = lowerFence(means.flatMap(({ mean }) => (mean === null ? [] : [mean])));
  return means
    .map((own) => ({ ...own, isOutlier: own.mean !== null && own.mean < fence - TIE }))
    .toSorted((a, b) => descending(a.mean, b.mean));
}

function meanOfKnown(matrix: SimilarityMatrix, respondent: string): Pick<Typicality, "mean" | "pairs" | "of"> {
  const neighbours = rankNeighbours(matrix, respondent);
  const known = neighbours.flatMap(({ similarity }) => (similarity === null ? [] : [similarity]));
  const sum = known.reduce((total, own) => total + own, 0);
  return { mean: known.length === 0 ? null : sum / known.length, pairs: known.length, of: neighbours.length };
}

function lowerFence(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [first, third] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  return first - 1.5 * (third - first);
}

/** Quantile by linear interpolation (Hyndman & Fan 1996, type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (above - below) * (place - Math.floor(place));
}

// A stable sort keeps ties in the order of codes, in which both lists begin.
function descending(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Math.abs(a - b) <= TIE ? 0 : b - a;
}
