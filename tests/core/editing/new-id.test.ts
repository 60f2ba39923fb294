import { expect, test } from "vitest";
import { freeId, newId } from "../../../src/core/editing/new-id.ts";

test.each([
  ["Western Union", "western-union"],
  ["  Télégramme (app) ", "telegramme-app"],
  ["日本", "unnamed"],
  ["-", "unnamed"],
])("%j gives the id %s", (label, id) => {
  expect(newId(label, [])).toBe(id);
});

test("an id that is known gets the first number that is free", () => {
  expect(newId("Yes", ["yes", "yes-2"])).toBe("yes-3");
  expect(freeId("copy", [])).toBe("copy");
});
