import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Respondent, Response } from "../dataset/resources.ts";
import { Bitmap } from "./bitmap.ts";
import { type Filter, isReservedKey, type Reading, type Term } from "./filter.ts";
import { type ValueSets, valueColumnsOf } from "./value-columns.ts";

/** What a filter lets pass: respondents and responses as positions in the dataset's tables. */
export type Selection = ValueSets;

/**
 * Evaluates a filter in one of its two readings.
 * States: the respondents for whom every term holds, with their responses to the questions that the filter names (all if none).
 * Responses: the responses of which every term holds, with their respondents.
 */
export function evaluate(dataset: Dataset, filter: Filter, reading: Reading): Selection {
  const columns = valueColumnsOf(dataset);
  if (reading === "responses") {
    const responses = conjunction(
      columns.responseCount,
      filter.terms.map((term) => holding(dataset, term).responses),
    );
    return { responses, respondents: columns.respondentsOf(responses) };
  }
  const respondents = conjunction(
    columns.respondentCount,
    filter.terms.map((term) => holding(dataset, term).respondents),
  );
  const named = namedQuestions(dataset, filter).map((question) => columns.sets("question", question).responses);
  const ofQuestions = named.length === 0 ? Bitmap.all(columns.responseCount) : union(columns.responseCount, named);
  return { respondents, responses: columns.responsesOf(respondents).and(ofQuestions) };
}

/** The respondents of a selection, in the dataset's order. */
export function selectedRespondents(dataset: Dataset, selection: Selection): readonly Respondent[] {
  return dataset.respondents.filter((_, i) => selection.respondents.has(i));
}

/** The responses of a selection, in the dataset's order. */
export function selectedResponses(dataset: Dataset, selection: Selection): readonly Response[] {
  return dataset.responses.filter((_, i) => selection.responses.has(i));
}

/** The questions that a filter is about: those of its variables, and those it names outright. In the query's order; none where it names none. */
export function namedQuestions(dataset: Dataset, filter: Filter): readonly string[] {
  const named = new Set(filter.terms.flatMap((term) => questionsOfTerm(dataset, term)));
  return indexOf(dataset)
    .questions.map(({ id }) => id)
    .filter((id) => named.has(id));
}

function questionsOfTerm(dataset: Dataset, term: Term): readonly string[] {
  if (term.kind === "text") return [];
  if (term.key === "question") return term.isNegated ? [] : term.values;
  return isReservedKey(term.key) ? [] : [indexOf(dataset).variable(term.key).question];
}

/** Where a single term holds, its negation included. */
export function holding(dataset: Dataset, term: Term): ValueSets {
  const plain =
    term.kind === "text"
      ? valueColumnsOf(dataset).textSets(term.text)
      : holdingValues(dataset, term.key, term.values, term.match);
  return term.isNegated
    ? { respondents: plain.respondents.complement(), responses: plain.responses.complement() }
    : plain;
}

function holdingValues(dataset: Dataset, key: string, values: readonly string[], match: "any" | "all"): ValueSets {
  const sets = values.map((value) => valueColumnsOf(dataset).sets(key, value));
  return sets.reduce((left, right) => ({
    respondents: left.respondents[JOIN[match]](right.respondents),
    responses: left.responses[JOIN[match]](right.responses),
  }));
}

const JOIN = { any: "or", all: "and" } as const;

function conjunction(size: number, sets: readonly Bitmap[]): Bitmap {
  return sets.reduce((left, right) => left.and(right), Bitmap.all(size));
}

function union(size: number, sets: readonly Bitmap[]): Bitmap {
  return sets.reduce((left, right) => left.or(right), Bitmap.none(size));
}
