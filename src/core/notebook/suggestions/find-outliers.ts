import { says } from "../../analysis/says.ts";
import { DEFAULT_THRESHOLD, measureSimilarity } from "../../analysis/similarity.ts";
import { rankNeighbours, rankTypicality } from "../../analysis/typicality.ts";
import { listInWords } from "../../analysis/words.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { indexOf, isComparable } from "../../dataset/dataset-index.ts";
import { type FoundDoubt, responseRefs } from "./suggestion.ts";

const NEAREST = 5;

/** The states that answer a question unlike all of those that they are otherwise most like. */
export function findOutliers(dataset: Dataset): readonly FoundDoubt[] {
  const index = indexOf(dataset);
  const respondents = dataset.respondents.map(({ code }) => code);
  const matrix = measureSimilarity(dataset, {
    respondents,
    questions: [],
    measure: "gower",
    weights: {},
    threshold: DEFAULT_THRESHOLD,
  });
  const unlikeAll = new Set(
    rankTypicality(matrix).flatMap(({ respondent, isOutlier }) => (isOutlier ? [respondent] : [])),
  );
  return respondents.flatMap((respondent) => {
    const nearest = rankNeighbours(matrix, respondent)
      .filter(({ similarity }) => similarity !== null)
      .slice(0, NEAREST)
      .map((neighbour) => neighbour.respondent);
    const questions = index.questions
      .map(({ id }) => id)
      .filter((question) => standsApart(dataset, question, respondent, nearest));
    if (nearest.length < NEAREST || questions.length === 0) return [];
    const { name } = index.respondent(respondent);
    const labels = questions.map((id) => `${id} ${index.question(id).label}`);
    const whole = unlikeAll.has(respondent) ? ` On the whole, too, ${respondent} is unlike the others.` : "";
    return [
      {
        title: `${name} answers ${listInWords(labels)} unlike the states that it is most like: what explains it?`,
        explanation: `On the other questions ${respondent} is most like ${listInWords(nearest)}, who agree with each other here.${whole}`,
        evidence: questions.flatMap((question) => responseRefs(dataset, question, [respondent, ...nearest])),
        respondents: [respondent],
        questions,
      },
    ];
  });
}

// All of them must speak and agree: among silence nobody stands apart.
function standsApart(dataset: Dataset, question: string, respondent: string, nearest: readonly string[]): boolean {
  const index = indexOf(dataset);
  const variable = index.answerVariable(question);
  const [first] = nearest;
  const all = [respondent, ...nearest];
  if (first === undefined || !all.every((code) => isComparable(index.meaning(question, code)))) return false;
  const { answer } = index.response(question, first);
  return all.every((code) => says(dataset, variable, answer, code) === (code !== respondent));
}
