import { expect, test } from "vitest";
import { answerShares } from "../../../src/core/analysis/answer-shares.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["AA", "BB", "CC", "DD"],
  questions: [{ id: "1", variable: "does", answers: ["yes", "never", "no", "unknown"] }],
});

test("puts every respondent into the part of its answer's meaning", () => {
  const [shares] = answerShares(dataset, ["AA", "BB", "CC", "DD"]);
  const held = shares?.parts.filter(({ respondents }) => respondents.length > 0);
  expect(held?.map(({ meaning, respondents }) => [meaning, respondents])).toEqual([
    ["affirmative", ["AA"]],
    ["negative", ["BB", "CC"]],
    ["no-information", ["DD"]],
  ]);
  expect(shares?.of).toBe(4);
});

test("keeps a meaning that nobody gave, with the codes that would give it", () => {
  const [shares] = answerShares(dataset, ["AA"]);
  expect(shares?.parts.find(({ meaning }) => meaning === "negative")).toEqual({
    meaning: "negative",
    codes: ["no", "never"],
    respondents: [],
  });
});
