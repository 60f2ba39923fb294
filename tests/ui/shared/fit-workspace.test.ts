import { expect, test } from "vitest";
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
    comparison: { respondents: ["BE", "CZ"], baseline: "CZ", onlyDifferences: false },
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
  expect(fitted.view.comparison).toEqual({ respondents: ["BE"], baseline: null, onlyDifferences: false });
  expect(fitted.detail).toBeNull();
});
