import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Respondent, Response } from "../dataset/resources.ts";
import type { Bitmap } from "./bitmap.ts";
import { conjunction } from "./conjunctions.ts";
import { type Filter, isReservedKey, type Reading, type Term, type ValuesTerm } from "./filter.ts";
import { printFilter, printTerm } from "./filter-text.ts";
import { LastUsed } from "./last-used.ts";
import { valueColumnsOf } from "./value-columns.ts";

/** Respondents and responses, as positions in the dataset's tables. Sets that others hold as well: do not change them. */
export interface Selection {
  readonly respondents: Bitmap;
  readonly responses: Bitmap;
}

// Several parts of a screen ask for the same filter, and the next filter has all of its terms but one.
const TERMS_KEPT = 64;
const SELECTIONS_KEPT = 16;

interface Evaluated {
  readonly terms: LastUsed<Selection>;
  readonly selections: LastUsed<Selection>;
}

const evaluatedOfDatasets = new WeakMap<Dataset, Evaluated>();

function evaluatedOf(dataset: Dataset): Evaluated {
  const known = evaluatedOfDatasets.get(dataset);
  if (known !== undefined) return known;
  const evaluated = {
    terms: new LastUsed<Selection>(TERMS_KEPT),
    selections: new LastUsed<Selection>(SELECTIONS_KEPT),
  };
  evaluatedOfDatasets.set(dataset, evaluated);
  return evaluated;
}

/**
 * Evaluates a filter in one of its two readings.
 * States: the respondents for whom every term holds, with their responses to the questions that the filter names (all if none).
 * Responses: the responses of which every term holds, with their respondents.
 */
export function evaluate(dataset: Dataset, filter: Filter, reading: Reading): Selection {
  const name = `${reading} ${printFilter(filter)}`;
  return evaluatedOf(dataset).selections.get(name, () => SELECT[reading](dataset, filter));
}

const SELECT: Readonly<Record<Reading, (dataset: Dataset, filter: Filter) => Selection>> = {
  states: (dataset, filter) => {
    const { respondentCount, responsesOf } = valueColumnsOf(dataset);
    const respondents = conjunction(
      respondentCount,
      filter.terms.map((term) => holding(dataset, term).respondents),
    );
    const questions = responsesToNamed(dataset, filter);
    const responses = responsesOf(respondents);
    return { respondents, responses: questions === null ? responses : responses.keep(questions) };
  },
  responses: (dataset, filter) => {
    const { responseCount, respondentsOf } = valueColumnsOf(dataset);
    const responses = conjunction(
      responseCount,
      filter.terms.map((term) => holding(dataset, term).responses),
    );
    return { responses, respondents: respondentsOf(responses) };
  },
};

/** The respondents of a selection, in the dataset's order. */
export function selectedRespondents(dataset: Dataset, selection: Selection): readonly Respondent[] {
  return rowsAt(dataset.respondents, selection.respondents);
}

/** The responses of a selection, in the dataset's order. */
export function selectedResponses(dataset: Dataset, selection: Selection): readonly Response[] {
  return rowsAt(dataset.responses, selection.responses);
}

function rowsAt<Row>(table: readonly Row[], positions: Bitmap): readonly Row[] {
  const rows: Row[] = [];
  for (const position of positions.positions()) {
    const row = table[position];
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** The questions that a filter is about: those of its variables, and those it names outright. In the query's order; none where it names none. */
export function namedQuestions(dataset: Dataset, filter: Filter): readonly string[] {
  const named = new Set(filter.terms.flatMap((term) => questionsOfTerm(dataset, term)));
  return indexOf(dataset)
    .questions.map(({ id }) => id)
    .filter((id) => named.has(id));
}

/** The responses to the questions that a filter names; null where it names none, so that all responses are meant. */
export function responsesToNamed(dataset: Dataset, filter: Filter): Bitmap | null {
  const named = namedQuestions(dataset, filter);
  return named.length === 0 ? null : anyOfValues(dataset, "question", named);
}

function questionsOfTerm(dataset: Dataset, term: Term): readonly string[] {
  if (term.kind === "text") return [];
  if (term.key === "question") return term.isNegated ? [] : term.values;
  return isReservedKey(term.key) ? [] : [indexOf(dataset).variable(term.key).question];
}

/** Where a single term holds, its negation included. */
export function holding(dataset: Dataset, term: Term): Selection {
  return evaluatedOf(dataset).terms.get(printTerm(term), () => {
    const plain = holdingPlain(dataset, term);
    return term.isNegated
      ? { respondents: plain.respondents.complement(), responses: plain.responses.complement() }
      : plain;
  });
}

function holdingPlain(dataset: Dataset, term: Term): Selection {
  const columns = valueColumnsOf(dataset);
  if (term.kind === "values" && term.match === "all" && term.values.length > 1) return holdingAll(dataset, term);
  const responses = term.kind === "text" ? columns.textSet(term.text) : anyOfValues(dataset, term.key, term.values);
  return { responses, respondents: columns.respondentsOf(responses) };
}

// A state may hold one of the values in one response and another in the next.
function holdingAll(dataset: Dataset, { key, values }: ValuesTerm): Selection {
  const { responseCount, respondentCount, respondentsOf } = valueColumnsOf(dataset);
  const sets = values.map((value) => anyOfValues(dataset, key, [value]));
  return {
    responses: conjunction(responseCount, sets),
    respondents: conjunction(respondentCount, sets.map(respondentsOf)),
  };
}

function anyOfValues(dataset: Dataset, key: string, values: readonly string[]): Bitmap {
  const { responses, codeOf } = valueColumnsOf(dataset).column(key);
  return responses.anyOf(values.flatMap((value) => codeOf.get(value) ?? []));
}
