import { describe, expect, test } from "vitest";
import { crossTabulate } from "../../../src/core/analysis/cross-tabulation.ts";
import { type Axis, axisOf } from "../../../src/core/analysis/crosstab-axis.ts";
import { fisherExact, fisherOf } from "../../../src/core/analysis/fisher-exact.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";
import fixture from "./r/fisher.json" with { type: "json" };

describe("Fisher's exact test", () => {
  test.each(fixture.tests.map(({ table, p }) => [table, p] as const))("of %j is R's to 1e-12", (table, p) => {
    expect(Math.abs((fisherExact(table) ?? Number.NaN) - p)).toBeLessThan(1e-12);
  });

  test("is that of the lady tasting tea (Fisher 1935)", () => {
    // Three of four cups told rightly: 34 of 70 ways are as unlikely or more so.
    expect(
      fisherExact([
        [3, 1],
        [1, 3],
      ]),
    ).toBeCloseTo(34 / 70, 14);
  });

  test("is the same turned over, and blind to empty rows and columns", () => {
    for (const { table } of fixture.tests) {
      const turned = (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0));
      expect(fisherExact(turned)).toBeCloseTo(fisherExact(table) ?? Number.NaN, 12);
      const padded = [...table.map((row) => [0, ...row]), Array.from({ length: (table[0]?.length ?? 0) + 1 }, () => 0)];
      expect(fisherExact(padded)).toBeCloseTo(fisherExact(table) ?? Number.NaN, 12);
    }
  });

  test("is 1 where nothing can vary", () => {
    expect(fisherExact([[3, 4]])).toBeCloseTo(1, 12);
    expect(fisherExact([])).toBe(1);
  });

  test("is refused where too many tables have the margins", () => {
    expect(fisherExact(Array.from({ length: 6 }, () => [5, 5, 5, 5, 5, 5]))).toBeNull();
  });
});

describe("the test of a cross-tabulation", () => {
  const codes = ["BE", "CZ", "DE", "FI", "SE"];
  const dataset = tinyDataset({
    respondents: codes,
    questions: [
      { id: "1", variable: "watching", answers: ["yes", "yes", "no", "no", "unknown"] },
      {
        id: "2",
        variable: "evidence",
        answers: ["yes", "yes", "no", "no", "yes"],
        multiple: { kinds: { codes: ["a", "b"], of: { BE: ["a", "b"], CZ: ["a"] } } },
      },
    ],
  });
  const axis = (key: string): Axis => {
    const own = axisOf(dataset, key);
    if (own === null) throw new Error(key);
    return own;
  };
  const tested = (rows: string, columns: string) => fisherOf(crossTabulate(axis(rows), axis(columns), codes));

  test("leaves out what is missing, and warns that hand-picked states are no sample", () => {
    const result = tested("watching", "evidence");
    expect(result).toMatchObject({ kind: "tested", n: 4 });
    expect(result.kind === "tested" && result.p).toBeCloseTo(2 / 6, 12);
    expect(result.kind === "tested" && result.warning).toContain("4 hand-picked states are no sample");
  });

  test("is refused where a state stands under several values, but not of one code", () => {
    expect(tested("kinds", "watching")).toMatchObject({ kind: "refused" });
    expect(tested("kinds:a", "watching")).toMatchObject({ kind: "tested", n: 4 });
  });
});
