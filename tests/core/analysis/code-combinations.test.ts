import { expect, test } from "vitest";
import { codeCombinations } from "../../../src/core/analysis/code-combinations.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["AA", "BB", "CC", "DD", "EE"],
  questions: [
    {
      id: "1",
      variable: "does",
      answers: ["yes", "yes", "yes", "no", "silent"],
      multiple: {
        tools: { codes: ["axe", "saw", "rope"], of: { AA: ["saw", "axe"], BB: ["axe"], CC: ["axe", "saw"] } },
      },
    },
  ],
});
const everyone = ["AA", "BB", "CC", "DD", "EE"];

test("groups respondents by exactly the codes that they have, the largest group first", () => {
  expect(codeCombinations(dataset, "tools", everyone).combinations).toEqual([
    { codes: ["axe", "saw"], respondents: ["AA", "CC"] },
    { codes: ["axe"], respondents: ["BB"] },
  ]);
});

test("keeps those who name nothing apart from those of whom nothing is known", () => {
  const { none, unknown } = codeCombinations(dataset, "tools", everyone);
  expect({ none, unknown }).toEqual({ none: ["DD"], unknown: ["EE"] });
});

test("leaves out a code that the source gives to no one state", () => {
  const { codes } = codeCombinations(dataset, "tools", everyone);
  expect(codes.map(({ code, respondents }) => [code.code, respondents])).toEqual([
    ["axe", ["AA", "BB", "CC"]],
    ["saw", ["AA", "CC"]],
  ]);
});

test("speaks of the respondents that it is asked about alone", () => {
  const { combinations, none, unknown } = codeCombinations(dataset, "tools", ["BB", "EE"]);
  expect({ combinations, none, unknown }).toEqual({
    combinations: [{ codes: ["axe"], respondents: ["BB"] }],
    none: [],
    unknown: ["EE"],
  });
});
