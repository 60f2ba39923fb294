import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, type Meaning } from "../dataset/meanings.ts";
import type { Question } from "../dataset/resources.ts";

/** How often each meaning occurs among the answers to a question; the counts add up to the number of respondents. */
export interface QuestionMeanings {
  readonly question: Question;
  readonly counts: Readonly<Record<Meaning, number>>;
  readonly of: number;
}

/** Counts the meanings of the answers, question by question in the query's order, zeros included. */
export function countMeanings(dataset: Dataset): readonly QuestionMeanings[] {
  const index = indexOf(dataset);
  return index.questions.map((question) => {
    const meanings = dataset.respondents.map(({ code }) => index.meaning(question.id, code));
    const counts = Object.fromEntries(
      MEANING_ORDER.map((meaning) => [meaning, meanings.filter((own) => own === meaning).length]),
    );
    return { question, counts: counts as Readonly<Record<Meaning, number>>, of: dataset.respondents.length };
  });
}
