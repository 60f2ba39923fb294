import { expect, test } from "vitest";
import { equalRuns } from "../../../src/core/export/equal-runs.ts";
import { plainCell } from "../../../src/core/export/export-table.ts";

const rows = [
  ["3.1", "a"],
  ["3.1", "a"],
  ["3.2", "a"],
  ["3.2", "b"],
].map((cells) => ({ cells: cells.map(plainCell), note: "" }));

test("says over how many rows an equal cell reaches", () => {
  expect(equalRuns(rows, 0)).toEqual([2, 0, 2, 0]);
});

test("ends a run where the column before it changes", () => {
  expect(equalRuns(rows, 1)).toEqual([2, 0, 1, 1]);
});
