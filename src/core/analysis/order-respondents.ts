import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { MEANING_ORDER } from "../dataset/meanings.ts";
import { clusterRespondents } from "./clustering.ts";
import { DEFAULT_THRESHOLD, measureSimilarity } from "./similarity.ts";

/** The orders in which states can stand in a picture, with the words that offer them. */
export const RESPONDENT_ORDERS = {
  protocol: "As in the package",
  answer: "By answer",
  similarity: "By similarity",
} as const;

export type RespondentOrder = keyof typeof RESPONDENT_ORDERS;

/**
 * Some respondents in an order: as the package lists them; by their answers, question by question, in the order of meanings; or so that similar ones
 * stand together (Gower's coefficient, average linkage, optimal leaf order). Equal ones stay as in the package, or by their codes where similarity decides.
 */
export function orderRespondents(
  dataset: Dataset,
  respondents: readonly string[],
  order: RespondentOrder,
): readonly string[] {
  if (order === "answer") return byAnswer(dataset, respondents);
  if (order === "protocol" || respondents.length < 2) return respondents;
  const choice = { respondents, questions: [], measure: "gower", weights: {}, threshold: DEFAULT_THRESHOLD } as const;
  return clusterRespondents(measureSimilarity(dataset, choice)).order;
}

function byAnswer(dataset: Dataset, respondents: readonly string[]): readonly string[] {
  const index = indexOf(dataset);
  const keyOf = (respondent: string): string =>
    index.questions
      .map(({ id }) => {
        const { code, meaning } = codeOf(dataset, id, respondent);
        return `${MEANING_ORDER.indexOf(meaning)}${String(code).padStart(4, "0")}`;
      })
      .join(" ");
  const keys = new Map(respondents.map((respondent) => [respondent, keyOf(respondent)]));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...respondents].sort((a, b) => compare(keys.get(a) ?? "", keys.get(b) ?? ""));
}

function codeOf(dataset: Dataset, question: string, respondent: string) {
  const index = indexOf(dataset);
  const { order, meaning } = index.code(index.answerVariable(question).id, index.response(question, respondent).answer);
  return { code: order, meaning };
}
