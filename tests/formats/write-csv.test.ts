import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { guardFormula } from "../../src/core/dataset/formula-guard.ts";
import { type ExportTable, plainCell } from "../../src/core/export/export-table.ts";
import { writeCsv } from "../../src/formats/write-csv.ts";

function tableOf(header: readonly string[], ...rows: readonly (readonly string[])[]): ExportTable {
  return {
    name: "",
    title: "",
    columns: header.map((name) => ({ header: name, name, width: 10 })),
    rows: rows.map((row) => ({ cells: row.map(plainCell), note: "" })),
    locators: [],
    metadata: [],
  };
}

describe("writeCsv", () => {
  test("writes the header and the rows, each line ended by CR LF", () => {
    expect(writeCsv(tableOf(["Question", "BE"], ["3.1", "Yes"]))).toBe("Question,BE\r\n3.1,Yes\r\n");
  });

  test("quotes separators, quotation marks, line ends and outer spaces", () => {
    const text = writeCsv(tableOf(["a"], ["x,y"], ['say "x"'], ["two\nlines"], [" x"]));
    expect(text).toBe('a\r\n"x,y"\r\n"say ""x"""\r\n"two\nlines"\r\n" x"\r\n');
  });

  test("takes a semicolon as separator and begins with a byte order mark when asked", () => {
    const text = writeCsv(tableOf(["a", "b"], ["x;y", "x,y"]), { separator: ";", hasBom: true });
    expect(text).toBe('\ufeffa;b\r\n"x;y";x,y\r\n');
  });

  test("is read back as it was written by another program's reader", () => {
    const rows = [
      ["a", "b"],
      ['x,"y"\r\nz', " – "],
      ["", "ü ≠ ●"],
    ];
    const [header = [], ...rest] = rows;
    const read = Papa.parse<string[]>(writeCsv(tableOf(header, ...rest)), { skipEmptyLines: true });
    expect(read.data).toEqual(rows);
  });
});

describe("guardFormula", () => {
  test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=x"])(
    "puts an apostrophe before %j",
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  test.each(["-5", "+3.2", "-0,5", "12"])("leaves the number %s as it is", (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  test.each(["Yes", "– none", "a=b", "", "≠ x"])("leaves the text %j as it is", (text) => {
    expect(guardFormula(text)).toBe(text);
  });
});
