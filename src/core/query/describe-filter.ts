import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import { MEANINGS } from "../dataset/meanings.ts";
import { evaluate, holding, selectedRespondents } from "./evaluate.ts";
import { type Filter, isReservedKey, type Reading, type Term, type ValuesTerm } from "./filter.ts";
import { keyLabel, valueLabel } from "./vocabulary.ts";

/** One part of the filter's sentence, which removing the term removes. */
export interface TermDescription {
  readonly term: Term;
  readonly text: string;
  /** For "does not …" among states: how many of the states left are there only because nothing is known of them. Zero elsewhere. */
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
  const index = indexOf(dataset);
  const { question, kind } = index.variable(term.key);
  const passing = selectedRespondents(dataset, evaluate(dataset, filter, reading));
  const isUnknown = (respondent: string): boolean => {
    const meaning = index.meaning(question, respondent);
    return kind === "multiple" ? !isComparable(meaning) : MEANINGS[meaning].isSilent;
  };
  const { respondents } = holding(dataset, term);
  return passing.filter(
    (respondent) => respondents.has(dataset.respondents.indexOf(respondent)) && isUnknown(respondent.code),
  ).length;
}
