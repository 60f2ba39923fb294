import { describe, expect, test } from "vitest";
import {
  describeBase,
  describeCounted,
  describeReconciliation,
} from "../../../src/core/analysis/describe-reconciliation.ts";
import { reconcile } from "../../../src/core/analysis/reconcile.ts";
import { type TinyRow, tinyDataset } from "../../fixtures/tiny-dataset.ts";

function datasetWith(count: TinyRow) {
  return tinyDataset({
    respondents: ["BE", "CZ", "DE", { code: "SE", region: "northern" }],
    questions: [{ id: "1", variable: "monitoring", answers: ["yes", "yes", "no", "yes"] }],
    statedCounts: [{ id: "stated", variable: "monitoring", codes: "yes", ...count }],
    caveats: [{ about: "stated" }],
  });
}

function said(count: TinyRow) {
  const dataset = datasetWith(count);
  const [own] = reconcile(dataset);
  if (own === undefined) throw new Error("the package states a count");
  const { statedCount } = own;
  return {
    sentence: describeReconciliation(own),
    counted: describeCounted(dataset, statedCount),
    base: describeBase(dataset, statedCount),
    respondents: own.respondents,
  };
}

describe("a stated count in words", () => {
  test.each<[TinyRow, string]>([
    [{ printed: "three", value: "3" }, "The source prints “three”, we count 3 of 4."],
    [{ printed: "four", value: "4" }, "The source prints “four”, we count 3 of 4."],
    [
      { printed: "a majority", relation: "majority" },
      "The source prints “a majority” (more than half), we count 3 of 4.",
    ],
    [
      { printed: "all but one", relation: "all-but", value: "1" },
      "The source prints “all but one” (all but 1), we count 3 of 4.",
    ],
    [{ printed: "two", value: "2", base: "region:western" }, "The source prints “two”, we count 2 of 3."],
  ])("%j", (count, sentence) => {
    expect(said(count).sentence).toBe(sentence);
  });

  test("names what is counted, of whom, and the states behind it", () => {
    expect(said({ value: "2", base: "region:western" })).toMatchObject({
      counted: "Label of monitoring: Label of yes",
      base: expect.stringContaining("Western"),
      respondents: ["BE", "CZ"],
    });
    expect(said({ codes: "yes;no", value: "4" })).toMatchObject({
      counted: "Label of monitoring: Label of yes or Label of no",
      base: "",
    });
    expect(said({ variable: "", codes: "", value: "4" })).toMatchObject({
      counted: "Respondents",
      respondents: ["BE", "CZ", "DE", "SE"],
    });
  });
});
