import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { evaluate, type Selection } from "./evaluate.ts";
import { type Filter, isReservedKey, type Reading, type Term } from "./filter.ts";
import { type ValueSets, valueColumnsOf } from "./value-columns.ts";
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
  return [
    ...index.questions.flatMap((question) => index.variablesOf(question.id).map((variable) => variable.id)),
    "region",
    "membership",
    "basis",
    "meaning",
  ];
}

/** Counts each value of a key among what passes the filter, leaving out the key's own any-of terms. */
export function countFacet(dataset: Dataset, filter: Filter, reading: Reading, key: string): Facet {
  return countValues(dataset, key, selectionToCount(dataset, withoutOwnChoice(filter, key), reading), reading);
}

/** Counts every facet of a dataset under a filter. */
export function countFacets(dataset: Dataset, filter: Filter, reading: Reading): readonly Facet[] {
  const shared = selectionToCount(dataset, filter, reading);
  return facetKeys(dataset).map((key) =>
    filter.terms.some((term) => isOwnChoice(term, key))
      ? countFacet(dataset, filter, reading, key)
      : countValues(dataset, key, shared, reading),
  );
}

interface SelectionToCount extends Selection {
  /** All responses of the selection's respondents, whichever questions the filter names. */
  readonly allResponses: Selection["responses"];
}

function selectionToCount(dataset: Dataset, filter: Filter, reading: Reading): SelectionToCount {
  const selection = evaluate(dataset, filter, reading);
  return { ...selection, allResponses: valueColumnsOf(dataset).responsesOf(selection.respondents) };
}

function countValues(dataset: Dataset, key: string, selection: SelectionToCount, reading: Reading): Facet {
  const columns = valueColumnsOf(dataset);
  const index = indexOf(dataset);
  const isVariable = !isReservedKey(key);
  // Of a state, a variable is coded in its own question, whichever questions the filter names.
  const responses = isVariable && reading === "states" ? selection.allResponses : selection.responses;
  const values = (vocabularyOf(dataset).get(key) ?? []).map(({ value, label }): FacetValue => {
    if (isVariable && index.isNamedForNoOne(key, value)) return { value, label, counts: null };
    const sets = columns.sets(key, value);
    const counts = {
      responses: sets.responses.countWith(responses),
      respondents: countRespondents(dataset, sets, selection, reading),
    };
    return { value, label, counts };
  });
  return { key, label: keyLabel(dataset, key), question: isVariable ? index.variable(key).question : null, values };
}

// A state counts where the value holds for it at all; under the reading of responses, where it holds of a response that passes.
function countRespondents(dataset: Dataset, held: ValueSets, selection: Selection, reading: Reading): number {
  return reading === "states"
    ? held.respondents.countWith(selection.respondents)
    : valueColumnsOf(dataset).respondentsOf(held.responses.and(selection.responses)).count;
}

// Its own any-of choice is left out, or choosing one value would hide all the others.
function withoutOwnChoice(filter: Filter, key: string): Filter {
  return { terms: filter.terms.filter((term) => !isOwnChoice(term, key)) };
}

// One value alone has one textual form, whether any or all of it was meant: it is a choice.
function isOwnChoice(term: Term, key: string): boolean {
  return (
    term.kind === "values" && term.key === key && !term.isNegated && (term.match === "any" || term.values.length === 1)
  );
}
