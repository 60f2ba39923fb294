import { expect, test } from "vitest";
import { groupColumn, stateColumns } from "../../../src/core/analysis/comparison-columns.ts";
import { anyOf } from "../../../src/core/query/filter-text.ts";
import { fitWorkspace } from "../../../src/ui/shared/fit-workspace.ts";
import { EMPTY_PLACE, type Workspace, workspaceAt } from "../../../src/ui/shared/workspace.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"] }],
});

const WORKSPACE: Workspace = workspaceAt({
  ...EMPTY_PLACE,
  view: {
    ...EMPTY_PLACE.view,
    filter: { terms: [anyOf("monitoring", ["yes"])] },
    comparison: {
      ...EMPTY_PLACE.view.comparison,
      columns: [...stateColumns(["BE", "CZ"]), groupColumn("Both", ["BE", "CZ"]), groupColumn("East", ["CZ"])],
      pinned: ["CZ"],
      baseline: "CZ",
    },
    analysis: { ...EMPTY_PLACE.view.analysis, rows: "monitoring", outcome: "monitoring:yes" },
  },
  detail: { question: "1", respondent: "BE" },
});

test("a workspace that names nothing unknown is the same", () => {
  expect(fitWorkspace(WORKSPACE, DATASET)).toBe(WORKSPACE);
});

test("terms of a variable that is gone, or of a code, are left out", () => {
  const known = WORKSPACE.view.filter.terms;
  const terms = [anyOf("reach", ["wide"]), ...known, anyOf("monitoring", ["gone"])];
  const view = { ...WORKSPACE.view, filter: { terms } };
  expect(fitWorkspace({ ...WORKSPACE, view }, DATASET).view.filter).toEqual({ terms: known });
});

test("respondents and responses that are gone are not compared or shown", () => {
  const other = tinyDataset({
    respondents: ["BE"],
    questions: [{ id: "2", variable: "monitoring", answers: ["yes"] }],
  });
  const fitted = fitWorkspace(WORKSPACE, other);
  expect(fitted.view.comparison).toEqual({
    ...EMPTY_PLACE.view.comparison,
    columns: [...stateColumns(["BE"]), groupColumn("Both", ["BE"])],
  });
  expect(fitted.detail).toBeNull();
});

test("axes and indicators of a variable that is gone are not asked for", () => {
  const other = tinyDataset({
    respondents: ["BE"],
    questions: [{ id: "2", variable: "reach", answers: ["yes"] }],
  });
  expect(fitWorkspace(WORKSPACE, other).view.analysis).toEqual(EMPTY_PLACE.view.analysis);
});
