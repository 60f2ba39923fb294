import { describe, expect, test } from "vitest";
import { anyOf } from "../../../src/core/query/filter-text.ts";
import { EMPTY_PLACE, reduceWorkspace, type WorkspaceAction, workspaceAt } from "../../../src/ui/shared/workspace.ts";

const monitoring = { terms: [anyOf("monitoring", ["yes"])] };

function workspaceAfter(...actions: readonly WorkspaceAction[]) {
  return actions.reduce(reduceWorkspace, workspaceAt(EMPTY_PLACE));
}

describe("undo and redo", () => {
  test("undo takes a filter back and redo brings it again", () => {
    const undone = workspaceAfter({ kind: "filter", filter: monitoring }, { kind: "undo" });
    expect(undone.view.filter.terms).toEqual([]);
    expect(reduceWorkspace(undone, { kind: "redo" }).view.filter).toEqual(monitoring);
  });

  test("filter and comparison share one history", () => {
    const both = workspaceAfter(
      { kind: "filter", filter: monitoring },
      { kind: "compare", comparison: { respondents: ["BE", "CZ"] } },
      { kind: "undo" },
    );
    expect(both.view.comparison.respondents).toEqual([]);
    expect(both.view.filter).toEqual(monitoring);
  });

  test("a new change forgets what could be redone", () => {
    const workspace = workspaceAfter(
      { kind: "filter", filter: monitoring },
      { kind: "undo" },
      { kind: "reading", reading: "responses" },
    );
    expect(workspace.future).toEqual([]);
  });

  test("moving between screens is nothing to undo", () => {
    expect(workspaceAfter({ kind: "go", screen: "compare" }).past).toEqual([]);
  });

  test("setting what is set already is nothing to undo", () => {
    expect(workspaceAfter({ kind: "reading", reading: "states" }).past).toEqual([]);
  });
});

describe("comparison", () => {
  test("a baseline that is no longer compared is dropped", () => {
    const workspace = workspaceAfter(
      { kind: "compare", comparison: { respondents: ["BE", "CZ"], baseline: "CZ" } },
      { kind: "compare", comparison: { respondents: ["BE", "DE"] } },
    );
    expect(workspace.view.comparison.baseline).toBeNull();
  });
});

test("removing a term leaves the others", () => {
  const term = anyOf("monitoring", ["yes"]);
  const other = anyOf("region", ["northern"], true);
  const workspace = workspaceAfter({ kind: "filter", filter: { terms: [term, other] } }, { kind: "remove-term", term });
  expect(workspace.view.filter.terms).toEqual([other]);
});
