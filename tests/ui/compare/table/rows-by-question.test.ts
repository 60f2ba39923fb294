import { expect, test } from "vitest";
import { compareRespondents } from "../../../../src/core/analysis/compare-respondents.ts";
import { stateColumns } from "../../../../src/core/analysis/comparison-columns.ts";
import { rowsByQuestion } from "../../../../src/ui/compare/table/rows-by-question.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["BE", "CZ"],
  questions: [
    {
      id: "1",
      variable: "first",
      answers: ["yes", "yes"],
      multiple: { tools: { codes: ["axe", "saw"], of: { BE: ["axe"], CZ: ["saw"] } } },
    },
    { id: "2", variable: "second", answers: ["yes", "unknown"] },
  ],
});
const comparison = compareRespondents(dataset, { columns: stateColumns(["BE", "CZ"]), questions: [], baseline: null });

test("a question keeps the rows that are asked for, and says of all of them how many differ", () => {
  const [first, second] = rowsByQuestion(dataset, comparison, { folded: ["2"], onlyDifferences: false });
  expect(first?.rows.map(({ variable }) => variable.id)).toEqual(["first", "tools"]);
  expect([first?.inWords, first?.isFolded]).toEqual(["≠ 1 of 2 variables", false]);
  expect([second?.inWords, second?.isFolded]).toEqual(["≠ 0 of 1 variable", true]);
});

test("with differences only, questions without one are left out, and silence is none", () => {
  const parts = rowsByQuestion(dataset, comparison, { folded: [], onlyDifferences: true });
  expect(parts.map(({ question, rows }) => [question, rows.map(({ variable }) => variable.id)])).toEqual([
    ["1", ["tools"]],
  ]);
});
