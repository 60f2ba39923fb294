/** A filter: a flat conjunction of terms. An empty filter lets everything pass. */
export interface Filter {
  readonly terms: readonly Term[];
}

export type Term = ValuesTerm | TextTerm;

/** `key:a,b` (any of) or `key:a&b` (all of); negated it is the plain complement. */
export interface ValuesTerm {
  readonly kind: "values";
  readonly key: string;
  readonly values: readonly string[];
  readonly match: "any" | "all";
  readonly isNegated: boolean;
}

/** A word or phrase in a summary or example, case and accents folded. */
export interface TextTerm {
  readonly kind: "text";
  readonly text: string;
  readonly isNegated: boolean;
}

/** Whether terms speak of a state across its answers, or each of one response. */
export type Reading = "states" | "responses";

export const READINGS = ["states", "responses"] as const satisfies readonly Reading[];

export const EMPTY_FILTER: Filter = { terms: [] };

/** The keys that every package has beside the ids of its variables. */
export const RESERVED_KEYS = {
  respondent: "Respondent",
  region: "Region",
  membership: "EU membership",
  question: "Question",
  basis: "Basis",
  meaning: "Meaning",
} as const;

export type ReservedKey = keyof typeof RESERVED_KEYS;

/** Whether a key is one of the reserved ones rather than a variable's id. */
export function isReservedKey(key: string): key is ReservedKey {
  return Object.hasOwn(RESERVED_KEYS, key);
}
