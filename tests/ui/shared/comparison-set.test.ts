import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupColumn, stateColumns } from "../../../src/core/analysis/comparison-columns.ts";
import {
  type ComparisonSet,
  EMPTY_COMPARISON,
  shownColumns,
  withColumnAt,
  withColumnMoved,
  withColumns,
  withoutColumn,
  withPinToggled,
} from "../../../src/ui/shared/comparison-set.ts";

const SET: ComparisonSet = { ...EMPTY_COMPARISON, columns: stateColumns(["BE", "CZ", "DE", "EE"]) };

function shownIn(set: ComparisonSet): string {
  return shownColumns(set)
    .map(({ id }) => id)
    .join(" ");
}

describe("the order of columns", () => {
  test("pinned ones stand first, and go back among the others in their place", () => {
    const pinned = withPinToggled(SET, "DE");
    expect(shownIn(pinned)).toBe("DE BE CZ EE");
    expect(shownIn(withPinToggled(pinned, "DE"))).toBe("BE CZ DE EE");
  });

  test("a column moves by a step, and stays at either end and beside the pinned ones", () => {
    expect(shownIn(withColumnMoved(SET, "CZ", 1))).toBe("BE DE CZ EE");
    expect(withColumnMoved(SET, "BE", -1)).toBe(SET);
    expect(withColumnMoved(SET, "EE", 1)).toBe(SET);
    const pinned = withPinToggled(SET, "DE");
    expect(withColumnMoved(pinned, "BE", -1)).toBe(pinned);
    expect(withColumnMoved(pinned, "DE", 1)).toBe(pinned);
  });

  test("a column that is dropped on another takes its place, pinned where that is", () => {
    expect(shownIn(withColumnAt(SET, "EE", "CZ"))).toBe("BE EE CZ DE");
    expect(shownIn(withColumnAt(SET, "BE", "DE"))).toBe("CZ DE BE EE");
    const pinned = withColumnAt(withPinToggled(SET, "DE"), "EE", "DE");
    expect([shownIn(pinned), pinned.pinned]).toEqual(["EE DE BE CZ", ["DE", "EE"]]);
    expect(withColumnAt(SET, "XX", "BE")).toBe(SET);
  });

  test("no move adds or loses a column, or breaks the pinned ones apart", () => {
    const id = fc.constantFrom("BE", "CZ", "DE", "EE");
    const move = fc.oneof(
      fc.tuple(id, fc.constantFrom<1 | -1>(1, -1)).map(
        ([own, step]) =>
          (set: ComparisonSet) =>
            withColumnMoved(set, own, step),
      ),
      fc.tuple(id, id).map(
        ([own, place]) =>
          (set: ComparisonSet) =>
            withColumnAt(set, own, place),
      ),
      id.map((own) => (set: ComparisonSet) => withPinToggled(set, own)),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const set = moves.reduce((own, make) => make(own), SET);
        const shown = shownColumns(set).map(({ id: own }) => own);
        expect(shown.toSorted()).toEqual(["BE", "CZ", "DE", "EE"]);
        expect(shown.slice(0, set.pinned.length).toSorted()).toEqual([...set.pinned].toSorted());
      }),
    );
  });
});

describe("the columns of a comparison", () => {
  test("one that is removed takes its pin and the baseline along", () => {
    const set = { ...SET, pinned: ["CZ"], baseline: "CZ" };
    expect(withoutColumn(set, "CZ")).toEqual({ ...SET, columns: stateColumns(["BE", "DE", "EE"]) });
  });

  test("a group of the same name takes the place of the earlier one", () => {
    const set = withColumns(SET, [groupColumn("North", ["EE"])]);
    const [first, ...others] = withColumns({ ...set, columns: set.columns.toReversed() }, [
      groupColumn("North", ["EE", "DE"]),
    ]).columns;
    expect(first).toEqual(groupColumn("North", ["EE", "DE"]));
    expect(others).toHaveLength(4);
  });
});
