import { expect, test } from "vitest";
import { axisOptions, chosenAxes } from "../../../../src/ui/compare/crosstab/axis-options.ts";
import { makeCrosstab } from "../../../../src/ui/compare/crosstab/make-crosstab.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["BE", "CZ"],
  questions: [
    {
      id: "1",
      variable: "does",
      answers: ["yes", "unknown"],
      multiple: { tools: { codes: ["axe", "saw"], of: { BE: ["axe"] } } },
    },
  ],
});

test("every axis that is offered can be counted; codes of which nothing can be said are not offered", () => {
  const keys = axisOptions(dataset).flatMap(({ items }) => items.map(({ value }) => value));
  expect(keys).toContain("tools:axe");
  // Named for no one state, and no answer at all.
  expect(keys).not.toContain("tools:saw");
  expect(keys).not.toContain("does:unknown");
  for (const key of keys)
    expect(makeCrosstab(dataset, { rows: key, columns: "region" }, ["BE", "CZ"]).rows.key).toBe(key);
});

test("where nothing is chosen the first answer stands against the region", () => {
  expect(chosenAxes(dataset, { rows: "", columns: "" })).toEqual({ rows: "does", columns: "region" });
  expect(chosenAxes(dataset, { rows: "tools", columns: "" })).toEqual({ rows: "tools", columns: "region" });
});
