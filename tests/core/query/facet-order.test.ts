import { describe, expect, test } from "vitest";
import { orderFacetValues } from "../../../src/core/query/facet-order.ts";
import type { Facet } from "../../../src/core/query/facets.ts";

const FACET: Facet = {
  key: "platforms",
  label: "Platforms",
  question: "1",
  values: [
    { value: "b", label: "3.10 Émile", counts: { responses: 2, respondents: 2 } },
    { value: "none", label: "3.2 Unnamed", counts: null },
    { value: "a", label: "3.9 Emil", counts: { responses: 9, respondents: 1 } },
    { value: "c", label: "3.11 Zoé", counts: { responses: 0, respondents: 0 } },
    { value: "d", label: "3.9 emil", counts: { responses: 2, respondents: 2 } },
  ],
};

function order(...given: [Parameters<typeof orderFacetValues>[1], Parameters<typeof orderFacetValues>[2]]): string {
  return orderFacetValues(FACET, ...given)
    .map(({ value }) => value)
    .join(" ");
}

describe("orderFacetValues", () => {
  test("leaves the codebook's order alone", () => {
    expect(order("codebook", "states")).toBe("b none a c d");
  });

  test("puts the most first, of states or of responses as the reading says, and what has no count after zero", () => {
    expect(order("count", "states")).toBe("b d a c none");
    expect(order("count", "responses")).toBe("a b d c none");
  });

  test("goes by name, numbers by their size", () => {
    expect(order("name", "states")).toBe("none d a b c");
  });

  test("changes nothing in the facet", () => {
    order("count", "states");
    expect(FACET.values[0]?.value).toBe("b");
  });
});
