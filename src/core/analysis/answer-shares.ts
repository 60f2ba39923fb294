import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, type Meaning } from "../dataset/meanings.ts";
import type { Question } from "../dataset/resources.ts";

/** How some respondents answered a question; the parts hold each of them exactly once. */
export interface AnswerShares {
  readonly question: Question;
  /** A part for each meaning that an answer to this question can have, zero counts kept, in the order of meanings. */
  readonly parts: readonly AnswerPart[];
  readonly of: number;
}

export interface AnswerPart {
  readonly meaning: Meaning;
  /** The codes of the question's answer variable that have this meaning, in codebook order. */
  readonly codes: readonly string[];
  readonly respondents: readonly string[];
}

/** Divides respondents by the meaning of their answers, question by question in the query's order. */
export function answerShares(dataset: Dataset, respondents: readonly string[]): readonly AnswerShares[] {
  const index = indexOf(dataset);
  return index.questions.map((question) => {
    const codes = index.codesOf(index.answerVariable(question.id).id);
    const parts = MEANING_ORDER.map((meaning) => ({
      meaning,
      codes: codes.filter((code) => code.meaning === meaning).map(({ code }) => code),
      respondents: respondents.filter((respondent) => index.meaning(question.id, respondent) === meaning),
    }));
    return { question, parts: parts.filter((part) => part.codes.length > 0), of: respondents.length };
  });
}
