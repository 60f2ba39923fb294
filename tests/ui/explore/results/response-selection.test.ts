import { describe, expect, test } from "vitest";
import {
  chosenAmong,
  NOTHING_CHOSEN,
  reduceSelection,
  type SelectionAction,
} from "../../../../src/ui/explore/results/response-selection.ts";

const SHOWN = Uint32Array.of(7, 3, 9, 1, 4);

function selectionAfter(...actions: readonly SelectionAction[]) {
  return actions.reduce(reduceSelection, NOTHING_CHOSEN);
}

describe("a selection of responses", () => {
  test("runs from the last choice to here in the order shown, whichever comes first", () => {
    const down = selectionAfter({ kind: "toggle", position: 3 }, { kind: "range", position: 1, shown: SHOWN });
    const up = selectionAfter({ kind: "toggle", position: 1 }, { kind: "range", position: 3, shown: SHOWN });
    expect(chosenAmong(down, SHOWN)).toEqual([3, 9, 1]);
    expect(chosenAmong(up, SHOWN)).toEqual([3, 9, 1]);
  });

  test("keeps what was chosen before a range", () => {
    const selection = selectionAfter(
      { kind: "toggle", position: 7 },
      { kind: "toggle", position: 1 },
      { kind: "range", position: 4, shown: SHOWN },
    );
    expect(chosenAmong(selection, SHOWN)).toEqual([7, 1, 4]);
  });

  test("has no range where its beginning is no longer shown", () => {
    const selection = selectionAfter({ kind: "toggle", position: 8 }, { kind: "range", position: 4, shown: SHOWN });
    expect(chosenAmong(selection, SHOWN)).toEqual([4]);
  });

  test("keeps what the filter hides, apart from what is done", () => {
    const selection = selectionAfter({ kind: "all", shown: SHOWN });
    expect(chosenAmong(selection, Uint32Array.of(1, 2))).toEqual([1]);
    expect(selection.chosen.size).toBe(5);
  });

  test("lets go of one that is chosen again, and of all when it is cleared", () => {
    const once = selectionAfter({ kind: "all", shown: SHOWN }, { kind: "toggle", position: 9 });
    expect(chosenAmong(once, SHOWN)).toEqual([7, 3, 1, 4]);
    expect(reduceSelection(once, { kind: "clear" })).toEqual(NOTHING_CHOSEN);
  });
});
