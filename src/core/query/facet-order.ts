import type { Facet, FacetCounts, FacetValue } from "./facets.ts";
import type { Reading } from "./filter.ts";

/** The orders in which a facet's values can stand, with the words that offer them. */
export const FACET_ORDERS = {
  codebook: "As in the codebook",
  count: "Most first",
  name: "By name",
} as const;

export type FacetOrder = keyof typeof FACET_ORDERS;

// What a count is of follows the reading: states, or responses.
const COUNTED: Readonly<Record<Reading, keyof FacetCounts>> = { states: "respondents", responses: "responses" };

// A fixed language, so that the order is the same on every machine; numbers in names by their size (3.9 before 3.10).
const NAMES = new Intl.Collator("en", { numeric: true });

/** A facet's values in an order; values that are equal in it stay as in the codebook, and those without a count come last by count. */
export function orderFacetValues({ values }: Facet, order: FacetOrder, reading: Reading): readonly FacetValue[] {
  if (order === "codebook") return values;
  if (order === "name") return [...values].sort((a, b) => NAMES.compare(a.label, b.label));
  const counted = COUNTED[reading];
  return [...values].sort((a, b) => (b.counts?.[counted] ?? -1) - (a.counts?.[counted] ?? -1));
}
