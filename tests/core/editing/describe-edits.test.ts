import { expect, test } from "vitest";
import { describeEdits } from "../../../src/core/editing/describe-edits.ts";
import type { PackageEdit } from "../../../src/core/editing/package-edit.ts";

const ANSWER: PackageEdit = { kind: "set-response", question: "3.4", respondent: "BE", fields: { answer: "yes" } };

test("says what edits are about, and how many more there are", () => {
  expect(describeEdits([ANSWER])).toBe("response 3.4 BE");
  expect(describeEdits([{ kind: "remove-code", variable: "partners", code: "x" }, ANSWER])).toBe(
    "code partners:x and 1 more",
  );
});
