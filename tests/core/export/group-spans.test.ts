import { expect, test } from "vitest";
import { groupSpans } from "../../../src/core/export/group-spans.ts";

const column = (group?: string) => ({ header: "", name: "", width: 10, ...(group === undefined ? {} : { group }) });

function spans(...groups: (string | undefined)[]): readonly string[] {
  return groupSpans(groups.map(column)).map(({ group, span }) => `${group}${span}`);
}

test("a group reaches over the columns that follow each other in it", () => {
  expect(spans(undefined, "a", "a", "b", "a")).toEqual(["1", "a2", "a0", "b1", "a1"]);
});

test("columns in no group stand apart, even beside each other", () => {
  expect(spans(undefined, undefined, "a", undefined)).toEqual(["1", "1", "a1", "1"]);
});

test("there is no row of groups where no column is in one", () => {
  expect(spans(undefined, undefined)).toEqual([]);
});
