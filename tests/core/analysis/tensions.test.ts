import { expect, test } from "vitest";
import { findTensions, followUpTo } from "../../../src/core/analysis/tensions.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE"],
  questions: [
    { id: "1", variable: "watching", answers: ["yes", "yes", "no"] },
    { id: "2", variable: "found", answers: ["none", "unknown", "none"] },
  ],
  tensions: [
    {
      id: "watches-finds-nothing",
      when: "watching:yes found:none",
      follow_up: "What does {respondent} see, {respondent}?",
    },
    { id: "finds-unwatched", when: "watching:no found:yes" },
  ],
});

test("finds the states whose answers are in a tension, and keeps tensions that hold of none", () => {
  expect(findTensions(DATASET)).toMatchObject([
    { tension: { id: "watches-finds-nothing" }, respondents: ["BE"], questions: ["1", "2"] },
    { tension: { id: "finds-unwatched" }, respondents: [], questions: ["1", "2"] },
  ]);
});

test("puts the follow-up to a state by its name", () => {
  const [tension] = DATASET.tensions;
  expect(tension && followUpTo(DATASET, tension, "BE")).toBe("What does Land BE see, Land BE?");
});
