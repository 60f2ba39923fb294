import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { evaluate, type Selection } from "./evaluate.ts";
import { type Filter, isReservedKey, type Reading, type Term } from "./filter.ts";
import { valueColumnsOf } from "./value-columns.ts";
import { keyLabel, vocabularyOf } from "./vocabulary.ts";

/** The values of one key with how often each is left under a filter, zero counts included. */
export interface Facet {
  readonly key: string;
  readonly label: string;
  /** The question that a variable codes; null for a reserved key. */
  readonly question: string | null;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** Counts, or null for a code that the source gives to no one state: unknown of everyone, which zero would deny. */
  readonly counts: { readonly responses: number; readonly respondents: number } | null;
}

/** The keys that are worth a facet: every variable in the query's order, then the reserved keys that classify. */
export function facetKeys(dataset: Dataset): readonly string[] {
  const index = indexOf(dataset);
  const questions = [...dataset.questions].sort((a, b) => a.order - b.order);
  return [
    ...questions.flatMap((question) => index.variablesOf(question.id).map((variable) => variable.id)),
    "region",
    "membership",
    "basis",
    "meaning",
  ];
}

/** Counts each value of a key among what passes the filter, leaving out the key's own any-of terms. */
export function countFacet(dataset: Dataset, filter: Filter, reading: Reading, key: string): Facet {
  const columns = valueColumnsOf(dataset);
  const selection = selectionForFacet(dataset, filter, reading, key);
  const index = indexOf(dataset);
  const isVariable = !isReservedKey(key);
  const values = (vocabularyOf(dataset).get(key) ?? []).map(({ value, label }): FacetValue => {
    if (isVariable && index.isNamedForNoOne(key, value)) return { value, label, counts: null };
    const sets = columns.sets(key, value);
    return {
      value,
      label,
      counts: {
        responses: sets.responses.countWith(selection.responses),
        respondents: sets.respondents.countWith(selection.respondents),
      },
    };
  });
  return { key, label: keyLabel(dataset, key), question: isVariable ? index.variable(key).question : null, values };
}

/** Counts every facet of a dataset under a filter. */
export function countFacets(dataset: Dataset, filter: Filter, reading: Reading): readonly Facet[] {
  return facetKeys(dataset).map((key) => countFacet(dataset, filter, reading, key));
}

// Its own any-of choice is left out, or choosing one value would hide all the others.
function selectionForFacet(dataset: Dataset, filter: Filter, reading: Reading, key: string): Selection {
  const others: Filter = { terms: filter.terms.filter((term) => !isOwnChoice(term, key)) };
  const selection = evaluate(dataset, others, reading);
  if (reading === "responses" || isReservedKey(key)) return selection;
  // A variable is coded in its own question, whichever questions the filter names.
  return { ...selection, responses: valueColumnsOf(dataset).responsesOf(selection.respondents) };
}

function isOwnChoice(term: Term, key: string): boolean {
  return term.kind === "values" && term.key === key && term.match === "any" && !term.isNegated;
}
