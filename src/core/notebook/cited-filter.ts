import type { Dataset } from "../dataset/dataset.ts";
import { LONGEST_REF, printRef, type Ref } from "../dataset/ref.ts";
import { evaluate, selectedRespondents } from "../query/evaluate.ts";
import { type Filter, isReservedKey, type Term } from "../query/filter.ts";
import { anyOf, parseFilter, printFilter, printTerm } from "../query/filter-text.ts";
import { vocabularyOf } from "../query/vocabulary.ts";

type FilterRef = Extract<Ref, { readonly kind: "filter" }>;

/** The Ref of one value of a key: a code, a state, a question; of what has none of its own, the filter by it. */
export function refOfValue(dataset: Dataset, key: string, value: string): string {
  const packageId = dataset.info.name;
  if (key === "respondent" || key === "question") return printRef({ kind: key, packageId, id: value });
  if (!isReservedKey(key)) return printRef({ kind: "code", packageId, variable: key, code: value });
  return printRef({ kind: "filter", packageId, filter: printFilter({ terms: [anyOf(key, [value])] }) });
}

/**
 * The Refs that cite the states whom a filter lets pass, with a space between them: the filter, in one form however it was put together.
 * One that is too long for a link is cited by the variables that it names.
 */
export function refsOfFilter(dataset: Dataset, filter: Filter): string {
  const ref = refOfFilter(dataset, filter);
  if (ref.length <= LONGEST_REF) return ref;
  const packageId = dataset.info.name;
  const { terms } = inOneForm(filter);
  const named = terms.flatMap((term) => (term.kind === "values" && !isReservedKey(term.key) ? [term.key] : []));
  return [...new Set(named)].map((id) => printRef({ kind: "variable", packageId, id })).join(" ");
}

/** The one Ref of a filter, however long it is and however the filter was put together; of a single value, that value's own. */
export function refOfFilter(dataset: Dataset, filter: Filter): string {
  const { terms } = inOneForm(filter);
  const [only, ...others] = terms;
  const [value, ...values] = only?.kind === "values" && !only.isNegated ? only.values : [];
  if (only?.kind === "values" && value !== undefined && others.length + values.length === 0)
    return refOfValue(dataset, only.key, value);
  return printRef({ kind: "filter", packageId: dataset.info.name, filter: printFilter({ terms }) });
}

/** The filter that a Ref names, in its one form; null where it names what this dataset does not have. */
export function filterOfRef(dataset: Dataset, { packageId, filter }: FilterRef): Filter | null {
  if (packageId !== dataset.info.name) return null;
  const parsed = parseFilter(filter, vocabularyOf(dataset)).filter ?? null;
  return parsed === null || parsed.terms.length === 0 ? null : inOneForm(parsed);
}

/** The codes of the states whom a filter lets pass, in the dataset's order. */
export function statesPassing(dataset: Dataset, filter: Filter): readonly string[] {
  return selectedRespondents(dataset, evaluate(dataset, filter, "states")).map(({ code }) => code);
}

// Of two ways to put the same terms one must not find the notes about the other.
function inOneForm({ terms }: Filter): Filter {
  const byText = new Map<string, Term>();
  for (const term of terms) {
    const own = term.kind === "text" ? term : { ...term, values: [...new Set(term.values)].sort() };
    byText.set(printTerm(own), own);
  }
  return { terms: [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term) };
}
