import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePair } from "../../../src/core/analysis/compare-pair.ts";
import {
  measureSimilarity,
  type PairSimilarity,
  type SimilarityChoice,
} from "../../../src/core/analysis/similarity.ts";
import { SIMILARITY_MEASURE_IDS } from "../../../src/core/analysis/similarity-measures.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { randomQuery } from "../../fixtures/random-query.ts";
import { shuffledDataset } from "../../fixtures/shuffled-dataset.ts";
import { type TinyAnswer, type TinyMultiple, tinyDataset } from "../../fixtures/tiny-dataset.ts";
import { R_QUERIES } from "./r/similarity-fixture.ts";

const PLAIN: Omit<SimilarityChoice, "respondents"> = { questions: [], measure: "gower", weights: {}, threshold: 0 };

/** BE and CZ of a dataset, set against each other. */
function pairOf(dataset: Dataset, changes: Partial<SimilarityChoice> = {}): PairSimilarity {
  return measureSimilarity(dataset, { ...PLAIN, respondents: ["BE", "CZ"], ...changes }).between("BE", "CZ");
}

/** Two states and one question, with codes of one multiple variable. */
function two(answers: readonly [TinyAnswer, TinyAnswer], of: TinyMultiple["of"] = {}): Dataset {
  const multiple = { platforms: { codes: ["facebook", "vk", "skype"], of } };
  return tinyDataset({
    respondents: ["BE", "CZ", "DE"],
    questions: [{ id: "1", variable: "monitoring", answers: [...answers, "silent"], multiple }],
  });
}

describe("Gower's coefficient", () => {
  test("is the share of answers and named codes that agree", () => {
    const dataset = two(["yes", "yes"], { BE: ["facebook"], CZ: ["facebook", "vk"] });
    expect(pairOf(dataset)).toEqual({ similarity: 2 / 3, compared: 3 });
  });

  test("leaves out a code that neither names, and one that the source gives to no one state", () => {
    const dataset = two(["yes", "no"], { DE: ["facebook"] });
    expect(pairOf(dataset)).toEqual({ similarity: 0, compared: 1 });
  });

  test("counts a derived variable only where it is weighed, for its sources count already", () => {
    const multiple = {
      platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook"], CZ: ["vk"] } },
      reach: { codes: ["any"], of: { BE: ["any"], CZ: ["any"] } },
    };
    const dataset = tinyDataset({
      respondents: ["BE", "CZ"],
      questions: [{ id: "1", variable: "monitoring", answers: ["yes", "yes"], multiple }],
      derivations: ["facebook", "vk"].map((from_code) => {
        return { variable: "reach", code: "any", from_variable: "platforms", from_code };
      }),
    });
    expect(pairOf(dataset)).toEqual({ similarity: 1 / 3, compared: 3 });
    expect(pairOf(dataset, { weights: { reach: 1 } })).toEqual({ similarity: 2 / 4, compared: 4 });
  });

  test("counts nothing where an answer cannot be compared, for silence is not a no", () => {
    const dataset = two(["yes", "unknown"], { BE: ["facebook"] });
    expect(pairOf(dataset)).toEqual({ similarity: null, compared: 0 });
  });

  test("counts a code that is there though the answer cannot be compared", () => {
    const dataset = two(["yes", "remark"], { BE: ["facebook"], CZ: ["facebook"] });
    expect(pairOf(dataset)).toEqual({ similarity: 1, compared: 1 });
  });

  test("holds two answers of one meaning and different codes apart", () => {
    expect(pairOf(two(["no", "never"])).similarity).toBe(0);
  });
});

describe("the measures", () => {
  const dataset = two(["yes", "no"], { BE: ["facebook"], CZ: ["facebook", "vk"], DE: ["skype"] });

  test("differ in whether answers and joint absence count", () => {
    expect(pairOf(dataset)).toEqual({ similarity: 1 / 3, compared: 3 });
    expect(pairOf(dataset, { measure: "simple-matching" })).toEqual({ similarity: 2 / 4, compared: 4 });
    expect(pairOf(dataset, { measure: "jaccard" })).toEqual({ similarity: 1 / 2, compared: 2 });
  });

  test("weigh the answer and each code by its variable's weight, and leave out what weighs nothing", () => {
    expect(pairOf(dataset, { weights: { platforms: 3 } }).similarity).toBe(3 / 7);
    expect(pairOf(dataset, { weights: { platforms: 0 } })).toEqual({ similarity: 0, compared: 1 });
  });

  test("withhold a figure on fewer comparable answers and codes than the threshold, and say how many there are", () => {
    expect(pairOf(dataset, { threshold: 4 })).toEqual({ similarity: null, compared: 3 });
    expect(pairOf(dataset, { threshold: 3 }).similarity).toBe(1 / 3);
  });

  test("count the variables of the chosen questions alone", () => {
    const asked = tinyDataset({
      respondents: ["BE", "CZ"],
      questions: [
        { id: "1", variable: "monitoring", answers: ["yes", "yes"] },
        { id: "2", variable: "evidence", answers: ["yes", "no"] },
      ],
    });
    expect(pairOf(asked, { questions: ["2"] })).toEqual({ similarity: 0, compared: 1 });
  });
});

describe.each(R_QUERIES.map((query, i) => [i + 1, query] as const))("query %i of R's cluster::daisy", (_, query) => {
  test.each(SIMILARITY_MEASURE_IDS)("has the same %s to 1e-12, with and without weights", (measure) => {
    const { dataset, respondents } = query;
    for (const [weights, expected] of [
      [query.weights, query.weighted[measure]],
      [{}, query.plain[measure]],
    ] as const) {
      const { between } = measureSimilarity(dataset, { ...PLAIN, respondents, measure, weights });
      for (const [i, a] of respondents.entries())
        for (const [j, b] of respondents.entries()) {
          const other = i === j ? 1 : (expected[i]?.[j] ?? Number.NaN);
          expect(Math.abs((between(a, b).similarity ?? Number.NaN) - other)).toBeLessThan(1e-12);
        }
    }
  });
});

const anyChoice = fc.record({
  questions: fc.constant([]),
  measure: fc.constantFrom(...SIMILARITY_MEASURE_IDS),
  weights: fc.constantFrom({}, { "answer-1": 0.3, "codes-1-1": 1.7 }, { "codes-1-2": 0, "answer-2": 0.1 }),
  threshold: fc.constantFrom(0, 1, 4),
});

describe("every measure", () => {
  test("is symmetric, from 0 to 1, and withheld just where too little is comparable", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), anyChoice, (dataset, choice) => {
        const respondents = dataset.respondents.map(({ code }) => code);
        const { between } = measureSimilarity(dataset, { ...choice, respondents });
        for (const a of respondents)
          for (const b of respondents) {
            const { similarity, compared } = between(a, b);
            expect(between(b, a)).toEqual({ similarity, compared });
            expect(similarity === null).toBe(compared === 0 || compared < choice.threshold);
            if (similarity !== null) expect(similarity >= 0 && similarity <= 1).toBe(true);
            if (a === b && similarity !== null) expect(similarity).toBe(1);
          }
      }),
      { numRuns: 60 },
    );
  });

  test("is the same for every order of rows and of respondents", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), anyChoice, fc.integer(), (dataset, choice, seed) => {
        const respondents = dataset.respondents.map(({ code }) => code);
        const straight = measureSimilarity(dataset, { ...choice, respondents });
        const shuffled = shuffledDataset(dataset, seed);
        const turned = measureSimilarity(shuffled, { ...choice, respondents: respondents.toReversed() });
        expect(turned.respondents).toEqual(straight.respondents);
        for (const a of respondents)
          for (const b of respondents) expect(turned.between(a, b)).toEqual(straight.between(a, b));
      }),
      { numRuns: 60 },
    );
  });

  test("rests on what a pair shares and where it parts", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), anyChoice, (dataset, choice) => {
        const [a = "", b = a] = dataset.respondents.map(({ code }) => code);
        const { similarity, compared } = measureSimilarity(dataset, { ...choice, respondents: [a, b] }).between(a, b);
        const { shared, parted } = comparePair(dataset, choice, a, b);
        expect(shared.length + parted.length).toBe(compared);
        const weigh = (points: typeof shared): number =>
          points.reduce(
            (sum, { variable }) => sum + (Object.entries(choice.weights).find(([id]) => id === variable.id)?.[1] ?? 1),
            0,
          );
        if (similarity !== null) expect(similarity).toBeCloseTo(weigh(shared) / (weigh(shared) + weigh(parted)), 12);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what a pair shares and where it parts", () => {
  const dataset = two(["yes", "no"], { BE: ["facebook", "vk"], CZ: ["facebook"], DE: ["skype"] });

  test("names the answers of both, and who of the two names a code", () => {
    const { shared, parted, absent, unknown } = comparePair(dataset, PLAIN, "CZ", "BE");
    expect(shared.map(({ code }) => code)).toEqual(["facebook"]);
    expect(parted).toMatchObject([
      { code: null, answers: ["no", "yes"], namedBy: null },
      { code: "vk", answers: null, namedBy: "BE" },
    ]);
    expect(absent.map(({ code }) => code)).toEqual(["skype"]);
    expect(unknown).toEqual([]);
  });

  test("keeps what is unknown apart from what neither names", () => {
    const { parted, absent, unknown } = comparePair(dataset, PLAIN, "CZ", "DE");
    expect(parted).toMatchObject([{ code: "skype", namedBy: "DE" }]);
    expect(absent).toEqual([]);
    expect(unknown.map(({ code }) => code)).toEqual([null, "facebook", "vk"]);
  });

  test("counts as unknown what is unknown of both, and leaves out codes that the source gives to no one state", () => {
    const { shared, absent, unknown } = comparePair(two(["unknown", "silent"], { DE: ["vk"] }), PLAIN, "BE", "CZ");
    expect([shared, absent]).toEqual([[], []]);
    expect(unknown.map(({ code }) => code)).toEqual([null, "vk"]);
  });
});
