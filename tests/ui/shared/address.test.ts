import { describe, expect, test } from "vitest";
import { groupColumn } from "../../../src/core/analysis/comparison-columns.ts";
import { anyOf } from "../../../src/core/query/filter-text.ts";
import { parseAddress, printAddress } from "../../../src/ui/shared/address.ts";
import { EMPTY_PLACE, type Place } from "../../../src/ui/shared/workspace.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["BE", "CZ", "DE"],
  questions: [{ id: "1.1", variable: "asked", answers: ["yes", "no", "unknown"] }],
});

const PLACES: readonly Place[] = [
  EMPTY_PLACE,
  {
    screen: "compare",
    view: {
      filter: {
        terms: [anyOf("asked", ["yes", "no"]), { kind: "text", text: 'a "quoted" phrase & more', isNegated: true }],
      },
      reading: "responses",
      comparison: {
        columns: [
          { kind: "state", id: "DE" },
          groupColumn("North, and: more", ["BE", "CZ"]),
          groupColumn("@1", ["CZ"]),
          { kind: "state", id: "BE" },
        ],
        pinned: ["group:@1", "BE"],
        baseline: "group:North, and: more",
        folded: ["1.1"],
        isTransposed: true,
        onlyDifferences: true,
      },
      analysis: {
        scope: "compared",
        measure: "jaccard",
        threshold: 3,
        weights: { asked: 0.5 },
        rows: "asked:yes",
        columns: "membership",
        share: "none",
        conditions: ["asked:yes", "asked:no"],
        outcome: "asked:no",
        missing: "bounds",
      },
    },
    detail: { question: "1.1", respondent: "CZ" },
    note: "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b",
    part: "library",
    comparePart: "truth-table",
    notebookPart: "suggestions",
    guide: "glossary",
  },
];

describe("an address", () => {
  test.each(PLACES)("says all of a place and gives it back", (place) => {
    expect(parseAddress(printAddress(place), dataset)).toEqual(place);
  });

  test("opens without what the dataset no longer knows", () => {
    const place = parseAddress("#/explore?where=gone:yes&compare=BE,XX&response=9.9/BE", dataset);
    expect(place.screen).toBe("explore");
    expect(place.view.filter.terms).toEqual([]);
    expect(place.view.comparison.columns).toEqual([{ kind: "state", id: "BE" }]);
    expect(place.detail).toBeNull();
  });

  test("of before there were groups opens as it did", () => {
    const { comparison } = parseAddress("#/compare?compare=DE,BE&baseline=BE&only=differences", dataset).view;
    expect(comparison).toEqual({
      ...EMPTY_PLACE.view.comparison,
      columns: [
        { kind: "state", id: "DE" },
        { kind: "state", id: "BE" },
      ],
      baseline: "BE",
      onlyDifferences: true,
    });
  });

  test("names no column, axis or indicator that the dataset lacks", () => {
    const { comparison, analysis } = parseAddress(
      "#/compare?compare=BE,@1,@2,@x,BE&group=XX:Gone&pinned=CZ,@1&baseline=@1&rows=gone&columns=asked&conditions=asked:yes,asked:unknown,gone:yes&outcome=gone:yes&weights=gone:2,asked:x,asked:-1",
      dataset,
    ).view;
    expect(comparison).toEqual({ ...EMPTY_PLACE.view.comparison, columns: [{ kind: "state", id: "BE" }] });
    expect(analysis).toEqual({ ...EMPTY_PLACE.view.analysis, columns: "asked", conditions: ["asked:yes"] });
  });

  test("of no known screen opens the overview", () => {
    expect(parseAddress("#/constructor", dataset).screen).toBe("overview");
  });
});
