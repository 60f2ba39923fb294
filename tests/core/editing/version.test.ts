import { expect, test } from "vitest";
import { raiseVersion } from "../../../src/core/editing/version.ts";

test.each([
  ["1.0.0", "1.0.1"],
  ["1.9", "1.10"],
  ["3", "4"],
  ["June 2016", "June 2016.1"],
  ["0.1.0-draft", "0.1.0-draft.1"],
  ["0.1.0-draft.1", "0.1.0-draft.2"],
])("after %s comes %s", (version, next) => {
  expect(raiseVersion(version)).toBe(next);
});
