import { expect, test } from "vitest";
import { parseRef } from "../../../../src/core/dataset/ref.ts";
import { filterOfRef, refsOfFilter, statesPassing } from "../../../../src/core/notebook/cited-filter.ts";
import type { Reading } from "../../../../src/core/query/filter.ts";
import { anyOf } from "../../../../src/core/query/filter-text.ts";
import { termsOfScope } from "../../../../src/ui/compare/crosstab/cited-scope.ts";
import { statesInScope } from "../../../../src/ui/compare/states-in-scope.ts";
import type { StateScope } from "../../../../src/ui/shared/analysis-choice.ts";
import { EMPTY_PLACE, type View } from "../../../../src/ui/shared/workspace.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["BE", "CZ", "DE", "EE"],
  questions: [
    { id: "1", variable: "asked", answers: ["yes", "no", "no", "yes"] },
    { id: "2", variable: "used", answers: ["no", "yes", "yes", "yes"] },
  ],
});

const viewOf = (scope: StateScope, reading: Reading): View => ({
  ...EMPTY_PLACE.view,
  filter: { terms: [anyOf("asked", ["yes", "no"]), anyOf("meaning", ["negative"])] },
  reading,
  comparison: { ...EMPTY_PLACE.view.comparison, columns: ["DE", "EE"].map((id) => ({ kind: "state", id })) },
  analysis: { ...EMPTY_PLACE.view.analysis, scope },
});

const CELL = anyOf("used", ["yes", "no"]);

test.each([
  ["all", "states", ["BE", "CZ", "DE", "EE"]],
  ["filter", "states", ["BE", "CZ", "DE"]],
  ["filter", "responses", ["CZ", "DE"]],
  ["compared", "states", ["DE", "EE"]],
] as const)("a cell cites just the states that it counts: scope %s, read of %s", (scope, reading, expected) => {
  const view = viewOf(scope, reading);
  const counted = statesInScope(dataset, view, scope);
  expect(counted).toEqual(expected);
  const ref = parseRef(refsOfFilter(dataset, { terms: [...termsOfScope(view, counted), CELL] }));
  const cited = ref?.kind === "filter" ? filterOfRef(dataset, ref) : null;
  expect(cited === null ? null : statesPassing(dataset, cited)).toEqual(expected);
});
