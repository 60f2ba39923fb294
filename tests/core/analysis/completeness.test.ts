import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countMeanings } from "../../../src/core/analysis/completeness.ts";
import { randomQuery } from "../../fixtures/random-query.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

describe("countMeanings", () => {
  test("counts each meaning of each question, zeros included", () => {
    const [row] = countMeanings(
      tinyDataset({
        respondents: ["BE", "CZ", "DE"],
        questions: [{ id: "1", variable: "monitoring", answers: ["no", "never", "silent"] }],
      }),
    );
    expect(row?.of).toBe(3);
    expect(row?.counts).toEqual({
      affirmative: 0,
      partial: 0,
      negative: 2,
      neutral: 0,
      "none-reported": 0,
      "not-mentioned": 1,
      "no-information": 0,
    });
  });

  test("adds up to the number of respondents", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), (dataset) => {
        for (const { counts, of } of countMeanings(dataset)) {
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(of);
          expect(of).toBe(dataset.respondents.length);
        }
      }),
    );
  });
});
