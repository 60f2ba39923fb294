import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countMeanings,
  countMeaningsOfRespondents,
  silentAddressees,
} from "../../../src/core/analysis/completeness.ts";
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

describe("countMeaningsOfRespondents", () => {
  test("gives each answer's meaning in the order of the questions, and how many can be compared", () => {
    const [first, second] = countMeaningsOfRespondents(
      tinyDataset({
        respondents: ["BE", "CZ"],
        questions: [
          { id: "1", variable: "monitoring", answers: ["yes", "unknown"] },
          { id: "2", variable: "cooperation", answers: ["none", "remark"] },
        ],
      }),
    );
    expect(first).toMatchObject({ meanings: ["affirmative", "none-reported"], comparable: 2 });
    expect(second).toMatchObject({ meanings: ["no-information", "neutral"], comparable: 0 });
    expect(second?.counts).toMatchObject({ affirmative: 0, neutral: 1, "no-information": 1 });
  });

  test("counts the same answers as question by question", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), (dataset) => {
        const total = (counts: readonly Readonly<Record<string, number>>[], meaning: string): number =>
          counts.reduce((sum, own) => sum + (own[meaning] ?? 0), 0);
        const [questions, respondents] = [countMeanings(dataset), countMeaningsOfRespondents(dataset)].map((rows) =>
          rows.map(({ counts }) => counts),
        );
        for (const meaning of Object.keys(questions?.[0] ?? {}))
          expect(total(questions ?? [], meaning)).toBe(total(respondents ?? [], meaning));
      }),
    );
  });
});

describe("silentAddressees", () => {
  const dataset = tinyDataset({
    respondents: ["BE", "CZ"],
    questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"] }],
  });

  test("are those asked who are no respondents, and unknown where it is not known who was asked", () => {
    const asked = { ...dataset.info.query, addressees: ["CZ", "ES", "BE", "FR"] };
    expect(silentAddressees({ ...dataset, info: { ...dataset.info, query: asked } })).toEqual(["ES", "FR"]);
    expect(silentAddressees(dataset)).toBeNull();
  });
});
