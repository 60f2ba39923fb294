import { describe, expect, test } from "vitest";
import { describeFault } from "../../../src/core/dataset/fault.ts";

const FAULT = { file: "responses.csv", row: 12, column: "answer", found: "maybe", expected: "a code of question 3.4" };

describe("describeFault", () => {
  test("says place, found and expected in one line", () => {
    expect(describeFault(FAULT)).toBe(
      'responses.csv row 12, column answer: found "maybe", expected a code of question 3.4',
    );
  });

  test("leaves out what does not apply", () => {
    expect(describeFault({ ...FAULT, row: null, column: "", found: "", expected: "the file responses.csv" })).toBe(
      "responses.csv: found nothing, expected the file responses.csv",
    );
  });

  test("shortens what is long", () => {
    expect(describeFault({ ...FAULT, found: "x".repeat(200) })).toContain(`"${"x".repeat(79)}…"`);
  });
});
