import { describe, expect, test } from "vitest";
import { stateColumns } from "../../../src/core/analysis/comparison-columns.ts";
import type { PackageEdit } from "../../../src/core/editing/package-edit.ts";
import { anyOf } from "../../../src/core/query/filter-text.ts";
import { EMPTY_PLACE, reduceWorkspace, type WorkspaceAction, workspaceAt } from "../../../src/ui/shared/workspace.ts";

const monitoring = { terms: [anyOf("monitoring", ["yes"])] };

function workspaceAfter(...actions: readonly WorkspaceAction[]) {
  return actions.reduce(reduceWorkspace, workspaceAt(EMPTY_PLACE));
}

function edit(answer: string): PackageEdit {
  return { kind: "set-response", question: "3.4", respondent: "BE", fields: { answer } };
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
      { kind: "compare", comparison: { columns: stateColumns(["BE", "CZ"]) } },
      { kind: "undo" },
    );
    expect(both.view.comparison.columns).toEqual([]);
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

  describe("of edits of the package", () => {
    const back = edit("no");
    const again = edit("yes");
    const edited: WorkspaceAction = { kind: "edited", inverse: [back] };

    test("waits until they are made, and keeps what takes them back again", () => {
      const waiting = workspaceAfter(edited, { kind: "undo" });
      expect(waiting.pending).toEqual({ direction: "undo", step: { kind: "edits", edits: [back] } });
      expect(reduceWorkspace(waiting, { kind: "undo" })).toBe(waiting);
      const undone = reduceWorkspace(waiting, { kind: "settled", outcome: [again] });
      expect(undone).toMatchObject({ pending: null, past: [], future: [{ kind: "edits", edits: [again] }] });
      const redone = [{ kind: "redo" } as const, { kind: "settled", outcome: [back] } as const].reduce(
        reduceWorkspace,
        undone,
      );
      expect(redone).toMatchObject({ pending: null, past: [{ kind: "edits", edits: [back] }], future: [] });
    });

    test("shares one history with the view", () => {
      const both = workspaceAfter(edited, { kind: "filter", filter: monitoring }, { kind: "undo" });
      expect(both.pending).toBeNull();
      expect(both.view.filter.terms).toEqual([]);
      expect(reduceWorkspace(both, { kind: "undo" }).pending?.direction).toBe("undo");
    });

    test("goes on standing where they cannot be made now, and is given up where they never can", () => {
      const waiting = workspaceAfter(edited, { kind: "undo" });
      expect(reduceWorkspace(waiting, { kind: "settled", outcome: "not-now" }).past).toHaveLength(1);
      const given = reduceWorkspace(waiting, { kind: "settled", outcome: "never" });
      expect(given).toMatchObject({ pending: null, past: [], future: [] });
    });

    test("leaves nothing to redo where the analyst went on meanwhile", () => {
      const gone = workspaceAfter(
        edited,
        { kind: "undo" },
        { kind: "filter", filter: monitoring },
        { kind: "settled", outcome: [again] },
      );
      expect(gone).toMatchObject({ pending: null, past: [{ kind: "view" }], future: [] });
    });
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
      { kind: "compare", comparison: { columns: stateColumns(["BE", "CZ"]), baseline: "CZ" } },
      { kind: "compare", comparison: { columns: stateColumns(["BE", "DE"]) } },
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
