import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import { MEANINGS } from "../dataset/meanings.ts";
import { evaluate, selectedRespondents, selectedResponses } from "./evaluate.ts";
import { type Filter, isReservedKey, type Reading, type Term, type ValuesTerm } from "./filter.ts";
import { keyLabel, valueLabel } from "./vocabulary.ts";

/** One part of the filter's sentence, which removing the term removes. */
export interface TermDescription {
  readonly term: Term;
  readonly text: string;
  /** For "does not …" of a variable: how many of the states left are there only because nothing is known of them. Zero elsewhere. */
  readonly unknownStates: number;
}

/** The filter in words, term by term; joined by "and" they are its sentence. */
export function describeTerms(dataset: Dataset, filter: Filter, reading: Reading): readonly TermDescription[] {
  return filter.terms.map((term) => ({
    term,
    text: termInWords(dataset, term),
    unknownStates: countUnknown(dataset, filter, reading, term),
  }));
}

/** The whole sentence, as exports and the command line print it: "Monitors the internet: Yes and …". */
export function describeFilter(dataset: Dataset, filter: Filter, reading: Reading): string {
  if (filter.terms.length === 0) return reading === "states" ? "All states" : "All responses";
  return describeTerms(dataset, filter, reading)
    .map(({ text, unknownStates }) => (unknownStates === 0 ? text : `${text} (${unknownStates} of them unknown)`))
    .join(" and ");
}

function termInWords(dataset: Dataset, term: Term): string {
  if (term.kind === "text") return `${term.isNegated ? "does not mention" : "mentions"} “${term.text}”`;
  const values = term.values
    .map((value) => valueLabel(dataset, term.key, value))
    .join(term.match === "all" ? " and " : " or ");
  const label = keyLabel(dataset, term.key);
  if (isMultiple(dataset, term)) return `${label}: ${term.isNegated ? "does not name" : "names"} ${values}`;
  return `${label}: ${term.isNegated ? "not " : ""}${values}`;
}

function isMultiple(dataset: Dataset, term: ValuesTerm): boolean {
  return !isReservedKey(term.key) && indexOf(dataset).variable(term.key).kind === "multiple";
}

// "Does not name Facebook" is true of a state that has no information as well: how many such states are left is said, never hidden.
function countUnknown(dataset: Dataset, filter: Filter, reading: Reading, term: Term): number {
  if (!term.isNegated || term.kind === "text" || isReservedKey(term.key)) return 0;
  const { question } = indexOf(dataset).variable(term.key);
  const selection = evaluate(dataset, filter, reading);
  const passing =
    reading === "states"
      ? selectedRespondents(dataset, selection).map(({ code }) => code)
      : selectedResponses(dataset, selection)
          .filter((response) => response.question === question)
          .map(({ respondent }) => respondent);
  return passing.filter((respondent) => isUnknown(dataset, term, respondent)).length;
}

// Of one for whom the values do not hold: none of them is unknown only if every one is denied, not all of them if not one is.
function isUnknown(dataset: Dataset, { key, values, match }: ValuesTerm, respondent: string): boolean {
  const denied = values.filter((value) => isDenied(dataset, key, value, respondent)).length;
  return match === "any" ? denied < values.length : denied === 0;
}

// Whether the source lets us say "no" of an answer or a code that a respondent does not have.
function isDenied(dataset: Dataset, key: string, value: string, respondent: string): boolean {
  const index = indexOf(dataset);
  const { question, kind } = index.variable(key);
  const meaning = index.meaning(question, respondent);
  if (kind === "answer") return !MEANINGS[meaning].isSilent;
  const isHeld = index.observations(key, respondent).some(({ code }) => code === value);
  return !isHeld && isComparable(meaning) && !index.isNamedForNoOne(key, value);
}
