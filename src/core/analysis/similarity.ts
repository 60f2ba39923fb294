import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { isDerived } from "../dataset/derivations.ts";
import type { Variable } from "../dataset/resources.ts";
import { says } from "./says.ts";
import { SIMILARITY_MEASURES, type SimilarityMeasure, type SimilarityMeasureId } from "./similarity-measures.ts";

/** Which states to set against each other, by what, and how much must be known of a pair. */
export interface SimilarityChoice {
  readonly respondents: readonly string[];
  /** Ids of questions whose variables count; empty = all. */
  readonly questions: readonly string[];
  readonly measure: SimilarityMeasureId;
  /** Weights by variable, for its answer or each of its codes; `usualWeight` where none is given, 0 leaves a variable out. */
  readonly weights: Readonly<Record<string, number>>;
  /** The least number of comparable answers and codes on which a figure may rest; under it the figure is withheld. */
  readonly threshold: number;
}

/** On less than this a figure says more of the silence than of the states. */
export const DEFAULT_THRESHOLD = 5;

/** How alike two states are, and on how much that rests. */
export interface PairSimilarity {
  /** From 0 to 1; null where the pair has too little to compare, which is not unlikeness. */
  readonly similarity: number | null;
  /** The number of answers and codes compared. */
  readonly compared: number;
}

/** The similarity of every pair of states. The same for every order of respondents, variables and rows. */
export interface SimilarityMatrix {
  /** In the order of their codes, each once. */
  readonly respondents: readonly string[];
  readonly measure: SimilarityMeasureId;
  readonly threshold: number;
  readonly between: (a: string, b: string) => PairSimilarity;
}

/** One thing on which two states can agree: the answer to a question, or one code of a multiple variable. */
export interface ComparedPoint {
  readonly variable: Variable;
  /** The code that is named or not; null for an answer. */
  readonly code: string | null;
}

/** Measures how alike states are, pair by pair. */
export function measureSimilarity(dataset: Dataset, choice: SimilarityChoice): SimilarityMatrix {
  const measure = SIMILARITY_MEASURES[choice.measure];
  const respondents = [...new Set(choice.respondents)].sort();
  const points = comparedPoints(dataset, choice);
  const weights = Float64Array.from(points, ({ variable }) => weightOf(dataset, choice, variable));
  const isCode = points.map(({ code }) => code !== null);
  const said = respondents.map((respondent) => Int16Array.from(points, (point) => saidOn(dataset, point, respondent)));
  const position = new Map(respondents.map((code, i) => [code, i]));
  const figures = said.map((a, i) =>
    said.slice(0, i + 1).map((b) => score(a, b, { measure, weights, isCode, threshold: choice.threshold })),
  );
  const between = (a: string, b: string): PairSimilarity => {
    const [i, j] = [position.get(a), position.get(b)];
    const figure = i === undefined || j === undefined ? undefined : figures[Math.max(i, j)]?.[Math.min(i, j)];
    if (figure === undefined) throw new Error(`the similarities have no ${a} and ${b}`);
    return figure;
  };
  return { respondents, measure: choice.measure, threshold: choice.threshold, between };
}

/** What counts in a choice: the answers, if the measure counts them, and the codes that the source gives to anyone, of variables with a weight. */
export function comparedPoints(
  dataset: Dataset,
  choice: Pick<SimilarityChoice, "questions" | "measure" | "weights">,
): readonly ComparedPoint[] {
  const index = indexOf(dataset);
  const { countsAnswers } = SIMILARITY_MEASURES[choice.measure];
  // In the order of ids, so that sums of weights are the same to the last bit for every order of rows.
  const variables = dataset.variables
    .filter(({ question }) => choice.questions.length === 0 || choice.questions.includes(question))
    .filter((variable) => weightOf(dataset, choice, variable) > 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return variables.flatMap((variable): readonly ComparedPoint[] => {
    if (variable.kind === "answer") return countsAnswers ? [{ variable, code: null }] : [];
    return index
      .codesOf(variable.id)
      .filter(({ code }) => !index.isNamedForNoOne(variable.id, code))
      .map(({ code }) => ({ variable, code }));
  });
}

const UNKNOWN = -1;
const ABSENT = 0;

/** What a state says on a point: of a code 1 or 0, of an answer its position in the codebook; -1 where nothing can be said. */
export function saidOn(dataset: Dataset, { variable, code }: ComparedPoint, respondent: string): number {
  if (code !== null) return Number(says(dataset, variable, code, respondent) ?? UNKNOWN);
  return indexOf(dataset)
    .codesOf(variable.id)
    .findIndex((own) => says(dataset, variable, own.code, respondent) === true);
}

interface Scoring {
  readonly measure: SimilarityMeasure;
  readonly weights: Float64Array;
  readonly isCode: readonly boolean[];
  readonly threshold: number;
}

function score(a: Int16Array, b: Int16Array, { measure, weights, isCode, threshold }: Scoring): PairSimilarity {
  let [compared, total, agreed] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    if (!counts(a[i] ?? UNKNOWN, b[i] ?? UNKNOWN, isCode[i] ?? false, measure)) continue;
    compared++;
    total += weights[i] ?? 0;
    if (a[i] === b[i]) agreed += weights[i] ?? 0;
  }
  return { similarity: compared === 0 || compared < threshold ? null : agreed / total, compared };
}

/** Whether a point counts for a pair, by what each says on it. */
export function counts(a: number, b: number, isCode: boolean, { countsJointAbsence }: SimilarityMeasure): boolean {
  if (a === UNKNOWN || b === UNKNOWN) return false;
  return countsJointAbsence || !isCode || a !== ABSENT || b !== ABSENT;
}

/** What a variable counts where nothing else is chosen: a derived one nothing, for it would count its sources twice. */
export function usualWeight(dataset: Dataset, variable: string): number {
  return isDerived(dataset, variable) ? 0 : 1;
}

function weightOf(dataset: Dataset, { weights }: Pick<SimilarityChoice, "weights">, { id }: Variable): number {
  const usual = usualWeight(dataset, id);
  return Object.hasOwn(weights, id) ? (weights[id] ?? usual) : usual;
}
