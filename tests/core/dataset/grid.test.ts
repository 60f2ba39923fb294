import { expect, test } from "vitest";
import { columnLetters } from "../../../src/core/dataset/grid.ts";

test("names columns as spreadsheets do", () => {
  expect([0, 1, 25, 26, 51, 52, 701, 702, 16383].map(columnLetters)).toEqual([
    "A",
    "B",
    "Z",
    "AA",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
    "XFD",
  ]);
});
