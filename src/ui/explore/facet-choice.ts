import type { Filter, Term, ValuesTerm } from "../../core/query/filter.ts";
import { anyOf } from "../../core/query/filter-text.ts";

/** How a facet's value stands in the filter. */
export type ValueState = "free" | "included" | "excluded";

/** The state of a value: included by an any-of or all-of term of its key, excluded by a negated one. */
export function valueState(filter: Filter, key: string, value: string): ValueState {
  const terms = ownTerms(filter, key).filter((term) => term.values.includes(value));
  if (terms.some((term) => term.isNegated)) return "excluded";
  return terms.length > 0 ? "included" : "free";
}

/** How the included values of a key are joined; any where there are none. */
export function matchOf(filter: Filter, key: string): ValuesTerm["match"] {
  return inclusion(filter, key)?.match ?? "any";
}

/** The values of a key that are included. */
export function includedValues(filter: Filter, key: string): readonly string[] {
  return inclusion(filter, key)?.values ?? [];
}

/** The filter with a value included, or no longer included. An exclusion of the same value gives way. */
export function toggleIncluded(filter: Filter, key: string, value: string): Filter {
  const without = withoutExclusion(filter, key, value);
  const term = inclusion(without, key);
  if (term === undefined) return { terms: [...without.terms, anyOf(key, [value])] };
  const values = term.values.includes(value) ? term.values.filter((other) => other !== value) : [...term.values, value];
  return replaced(without, term, values.length === 0 ? null : { ...term, values });
}

/** The filter with a value excluded, or no longer excluded. An inclusion of the same value gives way. */
export function toggleExcluded(filter: Filter, key: string, value: string): Filter {
  if (valueState(filter, key, value) === "excluded") return withoutExclusion(filter, key, value);
  const term = inclusion(filter, key);
  const free = term?.values.includes(value) ? toggleIncluded(filter, key, value) : filter;
  return { terms: [...free.terms, anyOf(key, [value], true)] };
}

/** The filter with the included values of a key joined anew: any of them, or all of them. */
export function withMatch(filter: Filter, key: string, match: ValuesTerm["match"]): Filter {
  const term = inclusion(filter, key);
  return term === undefined ? filter : replaced(filter, term, { ...term, match });
}

/** The filter with these values of a key included and no others: any of them, or all of them. */
export function withChoice(
  filter: Filter,
  key: string,
  values: readonly string[],
  match: ValuesTerm["match"] = "any",
): Filter {
  return { terms: [...clearKey(filter, key).terms, { ...anyOf(key, values), match }] };
}

/** The filter without any term of a key. */
export function clearKey(filter: Filter, key: string): Filter {
  const own = new Set<Term>(ownTerms(filter, key));
  return { terms: filter.terms.filter((term) => !own.has(term)) };
}

/** The terms of a filter that are of a key. */
export function ownTerms(filter: Filter, key: string): readonly ValuesTerm[] {
  return filter.terms.filter((term): term is ValuesTerm => term.kind === "values" && term.key === key);
}

function inclusion(filter: Filter, key: string): ValuesTerm | undefined {
  return ownTerms(filter, key).find((term) => !term.isNegated);
}

function withoutExclusion(filter: Filter, key: string, value: string): Filter {
  return ownTerms(filter, key)
    .filter((term) => term.isNegated && term.values.includes(value))
    .reduce((left, term) => replaced(left, term, withoutValue(term, value)), filter);
}

function withoutValue(term: ValuesTerm, value: string): ValuesTerm | null {
  const values = term.values.filter((other) => other !== value);
  return values.length === 0 ? null : { ...term, values };
}

function replaced(filter: Filter, term: Term, by: Term | null): Filter {
  return { terms: filter.terms.flatMap((other) => (other === term ? (by === null ? [] : [by]) : [other])) };
}
