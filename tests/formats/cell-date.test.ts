import { describe, expect, test } from "vitest";
import { builtInDateFormat, dateFormatOf, serialText } from "../../src/formats/cell-date.ts";

describe("dateFormatOf", () => {
  test.each([
    ["dd/mm/yyyy", "day"],
    ["[$-407]d. mmmm yyyy;@", "day"],
    ["mmm", "day"],
    ["yyyy\\-mm\\-dd\\ hh:mm", "day and time"],
    ["mm:ss.0", "time"],
    ["[h]:mm", "time"],
    ["[hh]:mm:ss", "time"],
    ["General", null],
    ["0.00E+00", null],
    ['#,##0 "days"', null],
    ["#,##0\\ \\d", null],
    ["[Red]0;[Blue]-0", null],
    ["[>=100]0;0.0", null],
    ['_-* #,##0.00 "€"_-', null],
    ["@", null],
  ] as const)("finds in %s: %s", (code, format) => {
    expect(dateFormatOf(code)).toBe(format);
  });
});

describe("builtInDateFormat", () => {
  test.each([
    [0, null],
    [13, null],
    [14, "day"],
    [20, "time"],
    [22, "day and time"],
    [23, null],
    [46, "time"],
    [49, null],
    [57, "day"],
  ] as const)("of %i is %s", (id, format) => {
    expect(builtInDateFormat(id)).toBe(format);
  });
});

describe("serialText", () => {
  test.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, "1900-02-29"],
    [61, "1900-03-01"],
    [42478, "2016-04-18"],
    [2_958_465, "9999-12-31"],
  ])("counts day %i from 1900: %s", (serial, text) => {
    expect(serialText(serial, "day", false)).toBe(text);
  });

  test("counts from 1904 where the workbook does", () => {
    expect(serialText(0, "day", true)).toBe("1904-01-01");
    expect(serialText(42478 - 1462, "day", true)).toBe("2016-04-18");
  });

  test("shows a time of day, and hours beyond a day where they are counted on", () => {
    expect(serialText(0.75, "time", false)).toBe("18:00:00");
    expect(serialText(1.5, "time", false)).toBe("36:00:00");
    expect(serialText(42478.5, "day and time", false)).toBe("2016-04-18 12:00:00");
    expect(serialText(42478, "day and time", false)).toBe("2016-04-18");
  });

  test("rounds to the second, over midnight too", () => {
    expect(serialText(42478.999_999, "day and time", false)).toBe("2016-04-19");
    expect(serialText(42478.999_99, "day and time", false)).toBe("2016-04-18 23:59:59");
  });

  test.each([-1, 2_958_466, Number.NaN])("is none of the calendar at %d", (serial) => {
    expect(serialText(serial, "day", false)).toBeNull();
  });
});
