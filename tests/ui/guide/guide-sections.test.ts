import { describe, expect, test } from "vitest";
import { headingSlug, sectionsOf } from "../../../src/ui/guide/guide-sections.ts";

describe("headingSlug", () => {
  test("names a heading as GitHub does", () => {
    expect(headingSlug("States or responses?")).toBe("states-or-responses");
    expect(headingSlug("add, remove, restore")).toBe("add-remove-restore");
  });
});

describe("sectionsOf", () => {
  test("cuts a page at its headings and leaves out the signs of Markdown", () => {
    const text =
      "# A **page**\n\nSee [there](b.md#c), `a:b`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Next one\n\n- *x*\n";
    expect(sectionsOf(text)).toEqual([
      { title: "A page", slug: "a-page", text: "See there, a:b. a b 1 2" },
      { title: "Next one", slug: "next-one", text: "x" },
    ]);
  });

  test("takes a comment in code for no heading", () => {
    expect(sectionsOf("# A\n```sh\n# not one\n```\n")).toHaveLength(1);
  });
});
