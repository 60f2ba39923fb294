import { describe, expect, test } from "vitest";
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
      comparison: { respondents: ["DE", "BE"], baseline: "BE", onlyDifferences: true },
    },
    detail: { question: "1.1", respondent: "CZ" },
    note: "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b",
    part: "library",
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
    expect(place.view.comparison.respondents).toEqual(["BE"]);
    expect(place.detail).toBeNull();
  });

  test("of no known screen opens the overview", () => {
    expect(parseAddress("#/constructor", dataset).screen).toBe("overview");
  });
});
