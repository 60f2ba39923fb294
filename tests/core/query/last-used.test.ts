import { expect, test } from "vitest";
import { LastUsed } from "../../../src/core/query/last-used.ts";

test("makes once what is asked for again, and anew what was not asked for long", () => {
  const made: string[] = [];
  const results = new LastUsed<string>(2);
  for (const name of ["a", "b", "a", "c", "a", "b"]) {
    results.get(name, () => {
      made.push(name);
      return name;
    });
  }
  expect(made).toEqual(["a", "b", "c", "b"]);
});
