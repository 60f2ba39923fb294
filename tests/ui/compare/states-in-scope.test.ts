import { expect, test } from "vitest";
import { groupColumn } from "../../../src/core/analysis/comparison-columns.ts";
import { publicPart } from "../../../src/core/dataset/public-part.ts";
import { anyOf } from "../../../src/core/query/filter-text.ts";
import { statesInScope } from "../../../src/ui/compare/states-in-scope.ts";
import { EMPTY_PLACE, type View } from "../../../src/ui/shared/workspace.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["BE", { code: "CZ", dissemination: "network" }, "DE", "EE"],
  questions: [{ id: "1", variable: "asked", answers: ["yes", "yes", "no", "yes"] }],
});

const view: View = {
  ...EMPTY_PLACE.view,
  filter: { terms: [anyOf("asked", ["yes"])] },
  comparison: {
    ...EMPTY_PLACE.view.comparison,
    columns: [groupColumn("Some", ["EE", "CZ"]), { kind: "state", id: "DE" }, { kind: "state", id: "EE" }],
  },
};

test("an analysis is of all, of those that the filter leaves, or of those compared, each once in the dataset's order", () => {
  expect(statesInScope(dataset, view, "all")).toEqual(["BE", "CZ", "DE", "EE"]);
  expect(statesInScope(dataset, view, "filter")).toEqual(["BE", "CZ", "EE"]);
  expect(statesInScope(dataset, view, "compared")).toEqual(["CZ", "DE", "EE"]);
});

test("what may go out has none that withheld, whatever is chosen", () => {
  for (const scope of ["all", "filter", "compared"] as const)
    expect(statesInScope(publicPart(dataset), view, scope)).not.toContain("CZ");
});
