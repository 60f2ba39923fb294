import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Bitmap } from "./bitmap.ts";
import { type Conjunctions, conjunctionsOf } from "./conjunctions.ts";
import { holding, responsesToNamed, type Selection } from "./evaluate.ts";
import { type Filter, isReservedKey, type Reading, type Term } from "./filter.ts";
import { printFilter } from "./filter-text.ts";
import { LastUsed } from "./last-used.ts";
import { valueColumnsOf } from "./value-columns.ts";
import { keyLabel, vocabularyOf } from "./vocabulary.ts";

/** The values of one key with how often each is left under a filter, zero counts included, in codebook order. */
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
  readonly counts: FacetCounts | null;
}

export interface FacetCounts {
  readonly responses: number;
  readonly respondents: number;
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
  const [facet] = countFacets(dataset, filter, reading, [key]);
  if (facet === undefined) throw new Error(`no facet was counted for ${key}`);
  return facet;
}

/**
 * Counts the facets of a dataset under a filter, all that are worth one or those of the keys given, in one pass.
 * A facet whose counts a change of the filter did not touch is the very same object as before.
 */
export function countFacets(
  dataset: Dataset,
  filter: Filter,
  reading: Reading,
  keys: readonly string[] = facetKeys(dataset),
): readonly Facet[] {
  const known = countedOf(dataset);
  const leftFor = onFirstUse(() => LEFT[reading](dataset, filter));
  return keys.map((key) =>
    known.get(`${reading} ${key} ${printFilter(withoutOwnChoice(filter, key))}`, () =>
      countValues(dataset, key, reading, leftFor()(key)),
    ),
  );
}

const FACETS_KEPT = 256;
const countedOfDatasets = new WeakMap<Dataset, LastUsed<Facet>>();

function countedOf(dataset: Dataset): LastUsed<Facet> {
  const counted = countedOfDatasets.get(dataset) ?? new LastUsed<Facet>(FACETS_KEPT);
  countedOfDatasets.set(dataset, counted);
  return counted;
}

/** For a key, what is left to count its values in. */
type LeftFor = (key: string) => Selection;

const LEFT: Readonly<Record<Reading, (dataset: Dataset, filter: Filter) => LeftFor>> = {
  states: (dataset, filter) => {
    const { respondentCount, responsesOf } = valueColumnsOf(dataset);
    const passing = conjunctionsOfTerms(dataset, filter, respondentCount, ({ respondents }) => respondents);
    const all = onFirstUse(() => responsesOf(passing.all));
    return (key) => {
      const respondents = passing.without(key);
      const responses = respondents === passing.all ? all() : responsesOf(respondents);
      return { respondents, responses: shownResponses(dataset, filter, key, responses) };
    };
  },
  responses: (dataset, filter) => {
    const { responseCount, respondentsOf } = valueColumnsOf(dataset);
    const passing = conjunctionsOfTerms(dataset, filter, responseCount, ({ responses }) => responses);
    const all = onFirstUse(() => respondentsOf(passing.all));
    return (key) => {
      const responses = passing.without(key);
      return { responses, respondents: responses === passing.all ? all() : respondentsOf(responses) };
    };
  },
};

// Of a state, a variable is coded in its own question, whichever questions the filter names.
function shownResponses(dataset: Dataset, filter: Filter, key: string, responses: Bitmap): Bitmap {
  const named = isReservedKey(key) ? responsesToNamed(dataset, withoutOwnChoice(filter, key)) : null;
  return named === null ? responses : responses.and(named);
}

function conjunctionsOfTerms(
  dataset: Dataset,
  { terms }: Filter,
  size: number,
  setOf: (selection: Selection) => Bitmap,
): Conjunctions {
  const own = new Map<string, Bitmap>();
  const others: Bitmap[] = [];
  for (const term of terms) {
    const set = setOf(holding(dataset, term));
    if (term.kind === "values" && isOwnChoice(term, term.key)) own.set(term.key, own.get(term.key)?.and(set) ?? set);
    else others.push(set);
  }
  return conjunctionsOf(size, own, others);
}

function countValues(dataset: Dataset, key: string, reading: Reading, left: Selection): Facet {
  const index = indexOf(dataset);
  const isVariable = !isReservedKey(key);
  const states = countStates(dataset, key, reading, left);
  const responses = valueColumnsOf(dataset).column(key).responses.count(left.responses);
  const respondents = states ?? responses;
  const values = (vocabularyOf(dataset).get(key) ?? []).map(({ value, label }, code): FacetValue => {
    if (isVariable && index.isNamedForNoOne(key, value)) return { value, label, counts: null };
    return { value, label, counts: { responses: responses[code] ?? 0, respondents: respondents[code] ?? 0 } };
  });
  return { key, label: keyLabel(dataset, key), question: isVariable ? index.variable(key).question : null, values };
}

// A state counts where the value holds for it at all; under the reading of responses, where it holds of a response that passes. Null where there are as many states as responses.
function countStates(dataset: Dataset, key: string, reading: Reading, left: Selection): Uint32Array | null {
  const { responses, states } = valueColumnsOf(dataset).column(key);
  if (states.kind === "property") return states.respondents.count(left.respondents);
  if (states.kind === "often")
    return reading === "states" ? states.owned.countAmong(left.respondents) : states.owned.countOwners(left.responses);
  if (reading === "responses" || !isReservedKey(key)) return null;
  // Questions that the filter does not name hide responses from the count of responses, not from that of states.
  return responses.count(valueColumnsOf(dataset).responsesOf(left.respondents)).slice();
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

function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
