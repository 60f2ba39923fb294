import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, type Meaning } from "../dataset/meanings.ts";
import type { Question, Respondent } from "../dataset/resources.ts";

/** How often each meaning occurs among the answers to a question; the counts add up to the number of respondents. */
export interface QuestionMeanings {
  readonly question: Question;
  readonly counts: Readonly<Record<Meaning, number>>;
  readonly of: number;
}

/** What the answers of a respondent mean, question by question; the counts add up to the number of questions. */
export interface RespondentMeanings {
  readonly respondent: Respondent;
  /** One for each question, in the query's order. */
  readonly meanings: readonly Meaning[];
  readonly counts: Readonly<Record<Meaning, number>>;
  /** Answers that can be set against others. */
  readonly comparable: number;
}

/** Counts the meanings of the answers, question by question in the query's order, zeros included. */
export function countMeanings(dataset: Dataset): readonly QuestionMeanings[] {
  const index = indexOf(dataset);
  return index.questions.map((question) => {
    const meanings = dataset.respondents.map(({ code }) => index.meaning(question.id, code));
    return { question, counts: countEach(meanings), of: dataset.respondents.length };
  });
}

/** Counts the meanings of the answers, respondent by respondent in the dataset's order, zeros included. */
export function countMeaningsOfRespondents(dataset: Dataset): readonly RespondentMeanings[] {
  const index = indexOf(dataset);
  return dataset.respondents.map((respondent) => {
    const meanings = index.questions.map(({ id }) => index.meaning(id, respondent.code));
    return { respondent, meanings, counts: countEach(meanings), comparable: meanings.filter(isComparable).length };
  });
}

/** The states that were asked and are no respondents, or null where it is not known who was asked. */
export function silentAddressees({ info, respondents }: Dataset): readonly string[] | null {
  const answered = new Set(respondents.map(({ code }) => code));
  return info.query.addressees?.filter((code) => !answered.has(code)) ?? null;
}

function countEach(meanings: readonly Meaning[]): Readonly<Record<Meaning, number>> {
  const counts = MEANING_ORDER.map((meaning) => [meaning, meanings.filter((own) => own === meaning).length] as const);
  return Object.fromEntries(counts) as Readonly<Record<Meaning, number>>;
}
