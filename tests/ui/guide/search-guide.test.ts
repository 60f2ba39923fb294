import { describe, expect, test } from "vitest";
import { searchableGuide, searchGuide } from "../../../src/ui/guide/search-guide.ts";

const guide = searchableGuide([
  { page: "explore", text: "# Explore\n\nNarrow down.\n\n## Facets\n\nEach value has a count.\n" },
  { page: "compare", text: "# Compare\n\nA count of differences, value by value.\n" },
]);

describe("searchGuide", () => {
  test("finds the sections that hold every word, marked", () => {
    const hits = searchGuide(guide, "value differences", 10);
    expect(hits.map(({ section }) => section.page)).toEqual(["compare"]);
    expect(hits[0]?.marks.length).toBe(3);
  });

  test("puts a heading before running text", () => {
    expect(searchGuide(guide, "facet", 1)[0]?.section.slug).toBe("facets");
  });

  test("finds nothing where a word is nowhere", () => {
    expect(searchGuide(guide, "facets elephants", 10)).toEqual([]);
  });
});
