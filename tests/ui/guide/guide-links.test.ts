import { describe, expect, test } from "vitest";
import { placeOfLink } from "../../../src/ui/guide/guide-links.ts";

describe("placeOfLink", () => {
  test("follows links as the files stand", () => {
    expect(placeOfLink("start", "explore.md#facets")).toEqual({ page: "explore", heading: "facets" });
    expect(placeOfLink("command-line", "../cli.md")).toEqual({ page: "cli", heading: "" });
    expect(placeOfLink("cli", "data-package.md")).toEqual({ page: "data-package", heading: "" });
    expect(placeOfLink("glossary", "#the-data")).toEqual({ page: "glossary", heading: "the-data" });
  });

  test("leads nowhere else", () => {
    expect(placeOfLink("data-package", "decisions/0007-what-an-edit-leaves-behind.md")).toBeNull();
    expect(placeOfLink("data-package", "https://datapackage.org")).toBeNull();
    expect(placeOfLink("start", "javascript:alert(1)")).toBeNull();
  });
});
