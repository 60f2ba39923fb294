import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Column,
  id,
  idList,
  integer,
  locator,
  oneOf,
  optionalId,
  optionalInteger,
  optionalText,
  respondentCode,
  text,
} from "../../../src/core/dataset/column.ts";

function accepts(column: Column<unknown>, cell: string): boolean {
  return "value" in column.read(cell);
}

describe("columns", () => {
  test.each(["3.1", "3.1 ¶1", "3.1 ¶1 •2", "1 fn 1", "3.1 ¶1; 3.2 ¶2", "3.1 ¶1;3.2 ¶2;1 fn 1"])(
    "locator takes %j",
    (cell) => {
      expect(accepts(locator(""), cell)).toBe(true);
    },
  );

  test.each(["", " ", "¶1", "3.1 ¶", "3.1 ¶1 •", "3.1 ¶1;", ";3.1", "3.1 ¶a", "3.1 •2", "3.1 ¶1 ", " 3.1"])(
    "locator refuses %j",
    (cell) => {
      expect(accepts(locator(""), cell)).toBe(false);
    },
  );

  test("locator refuses a long cell without trying every way to part it", () => {
    expect(accepts(locator(""), `${"3.1; ".repeat(20_000)}¶`)).toBe(false);
    expect(accepts(locator(""), `${" x".repeat(20_000)}¶`)).toBe(false);
  });

  test.each(["3.1", "not-yet", "a", "0", "constructor"])("id takes %j", (cell) => {
    expect(accepts(id(""), cell)).toBe(true);
  });

  test.each(["", "-yes", ".", "Yes", "a b", "a/b", "a:b", "a;b", "__proto__", "é", "a\n"])("id refuses %j", (cell) => {
    expect(accepts(id(""), cell)).toBe(false);
  });

  test("respondent's code is kept as printed", () => {
    expect(respondentCode("").read("EL")).toEqual({ value: "EL" });
    expect(accepts(respondentCode(""), "-EL")).toBe(false);
  });

  test("optional cells may be empty, required ones may not", () => {
    expect(optionalText("").read("")).toEqual({ value: "" });
    expect(optionalId("").read("")).toEqual({ value: "" });
    expect(optionalInteger("").read("")).toEqual({ value: null });
    expect(accepts(optionalId(""), "A")).toBe(false);
    for (const column of [text(""), id(""), integer(""), oneOf(["a"], "")]) expect(accepts(column, "")).toBe(false);
  });

  test("integer takes whole numbers of at least its least", () => {
    expect(integer("", 1).read("12")).toEqual({ value: 12 });
    expect(integer("", 1).read("2147483648")).toEqual({ expected: "a whole number of at most 999999999" });
    for (const cell of ["0", "-1", "1.5", "1e3", " 1", "1 ", "٣"])
      expect(integer("", 1).read(cell)).toEqual({ expected: "a whole number of at least 1" });
  });

  test("oneOf names its words", () => {
    expect(oneOf(["listed", "inferred"], "").read("Listed")).toEqual({ expected: "one of listed, inferred" });
    expect(accepts(oneOf(["listed"], ""), "toString")).toBe(false);
  });

  test("idList reads what is joined by semicolons", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,5}$/)), (ids) => {
        expect(idList("").read(ids.join(";"))).toEqual({ value: ids });
      }),
    );
    for (const cell of ["a; b", "a;", ";", "a,b", "A"]) expect(accepts(idList(""), cell)).toBe(false);
  });
});
