import { describe, expect, test } from "vitest";
import { EMPTY_FILTER, type Filter } from "../../../src/core/query/filter.ts";
import { printFilter } from "../../../src/core/query/filter-text.ts";
import {
  clearKey,
  toggleExcluded,
  toggleIncluded,
  valueState,
  withMatch,
} from "../../../src/ui/explore/facet-choice.ts";

const included = (...values: readonly string[]): Filter =>
  values.reduce((filter, value) => toggleIncluded(filter, "partners", value), EMPTY_FILTER);

describe("choosing in a facet", () => {
  test("two included values are any of", () => {
    expect(printFilter(included("facebook", "twitter"))).toBe("partners:facebook,twitter");
  });

  test("including a value twice frees it again", () => {
    expect(included("facebook", "facebook")).toEqual(EMPTY_FILTER);
  });

  test("excluding an included value moves it to the other side", () => {
    const filter = toggleExcluded(included("facebook", "twitter"), "partners", "facebook");
    expect(printFilter(filter)).toBe("partners:twitter -partners:facebook");
    expect(valueState(filter, "partners", "facebook")).toBe("excluded");
    expect(printFilter(toggleIncluded(filter, "partners", "facebook"))).toBe("partners:twitter,facebook");
  });

  test("all of joins the included values", () => {
    expect(printFilter(withMatch(included("facebook", "twitter"), "partners", "all"))).toBe(
      "partners:facebook&twitter",
    );
  });

  test("clearing takes a key's terms and leaves the others", () => {
    const filter = toggleExcluded(toggleIncluded(included("facebook"), "region", "northern"), "partners", "twitter");
    expect(printFilter(clearKey(filter, "partners"))).toBe("region:northern");
  });
});
