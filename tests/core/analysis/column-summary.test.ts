import { expect, test } from "vitest";
import { saySummary, summarizeColumns } from "../../../src/core/analysis/column-summary.ts";
import { compareRespondents } from "../../../src/core/analysis/compare-respondents.ts";
import { stateColumns } from "../../../src/core/analysis/comparison-columns.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE", "FI"],
  questions: [
    { id: "1", variable: "watching", answers: ["yes", "yes", "no", "yes"] },
    { id: "2", variable: "together", answers: ["yes", "unknown", "yes", "no"] },
    {
      id: "3",
      variable: "evidence",
      answers: ["yes", "silent", "yes", "yes"],
      multiple: { kinds: { codes: ["pages"], of: { DE: ["pages"] } } },
    },
    { id: "4", variable: "sources", answers: ["yes", "yes", "no", "no"] },
  ],
});

test("a question differs where any of its variables does, and is open where nothing can be measured", () => {
  const columns = stateColumns(["BE", "CZ", "DE", "FI"]);
  const summaries = summarizeColumns(compareRespondents(DATASET, { columns, questions: [], baseline: null }));
  expect(summaries).toEqual([
    { column: "BE", differs: [], agrees: ["1", "2", "3"], open: ["4"] },
    { column: "CZ", differs: [], agrees: ["1"], open: ["2", "3", "4"] },
    { column: "DE", differs: ["1", "3"], agrees: ["2"], open: ["4"] },
    { column: "FI", differs: ["2"], agrees: ["1", "3"], open: ["4"] },
  ]);
});

test.each([
  [[], [], "No comparable question"],
  [["1"], [], "Differs in the one comparable question"],
  [[], ["1"], "Agrees in the one comparable question"],
  [["1", "2"], [], "Differs in both comparable questions"],
  [["1"], ["2"], "Differs in 1 of 2 comparable questions"],
  [[], ["1", "2", "3"], "Agrees in all 3 comparable questions"],
  [["1", "2"], ["3", "4", "5"], "Differs in 2 of 5 comparable questions"],
])("differing in %j and agreeing in %j is said", (differs, agrees, sentence) => {
  expect(saySummary({ column: "BE", differs, agrees, open: ["9"] })).toBe(sentence);
});
