import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { type ComparedPoint, comparedPoints, counts, type SimilarityChoice, saidOn } from "./similarity.ts";
import { SIMILARITY_MEASURES } from "./similarity-measures.ts";

/** What two states share, where they part, and what does not count between them. */
export interface PairComparison {
  readonly shared: readonly ComparedPoint[];
  readonly parted: readonly PartedPoint[];
  /** Answers and codes of which nothing can be said of one of them or of both. */
  readonly unknown: readonly ComparedPoint[];
  /** Codes that neither names, where the measure does not count these. */
  readonly absent: readonly ComparedPoint[];
}

/** A point on which two states part: for an answer the code of each; for a code, which of the two names it. */
export interface PartedPoint extends ComparedPoint {
  readonly answers: readonly [string, string] | null;
  readonly namedBy: string | null;
}

/** Lists what makes up the similarity of two states, in the query's order; shared and parted together are what the figure rests on. */
export function comparePair(
  dataset: Dataset,
  choice: Pick<SimilarityChoice, "questions" | "measure" | "weights">,
  a: string,
  b: string,
): PairComparison {
  const measure = SIMILARITY_MEASURES[choice.measure];
  const points = inQueryOrder(dataset, comparedPoints(dataset, choice)).map((point) => {
    const [ofA, ofB] = [saidOn(dataset, point, a), saidOn(dataset, point, b)];
    return { point, ofA, isCounted: counts(ofA, ofB, point.code !== null, measure), isSame: ofA === ofB };
  });
  const counted = points.filter(({ isCounted }) => isCounted);
  const rest = points.filter(({ isCounted }) => !isCounted);
  // What does not count though both are known is a joint absence: both say 0.
  const isAbsent = ({ ofA, isSame }: (typeof points)[number]): boolean => isSame && ofA === 0;
  return {
    shared: counted.filter(({ isSame }) => isSame).map(({ point }) => point),
    parted: counted.filter(({ isSame }) => !isSame).map(({ point, ofA }) => parted(dataset, point, ofA, [a, b])),
    unknown: rest.filter((own) => !isAbsent(own)).map(({ point }) => point),
    absent: rest.filter(isAbsent).map(({ point }) => point),
  };
}

function parted(dataset: Dataset, point: ComparedPoint, ofA: number, [a, b]: readonly [string, string]): PartedPoint {
  const index = indexOf(dataset);
  const answer = (respondent: string): string => index.response(point.variable.question, respondent).answer;
  return point.code === null
    ? { ...point, answers: [answer(a), answer(b)], namedBy: null }
    : { ...point, answers: null, namedBy: ofA === 1 ? a : b };
}

function inQueryOrder(dataset: Dataset, points: readonly ComparedPoint[]): readonly ComparedPoint[] {
  const index = indexOf(dataset);
  const variables = index.questions.flatMap(({ id }) => index.variablesOf(id).map((variable) => variable.id));
  const rank = new Map(variables.map((id, i) => [id, i]));
  return points.toSorted((a, b) => (rank.get(a.variable.id) ?? 0) - (rank.get(b.variable.id) ?? 0));
}
