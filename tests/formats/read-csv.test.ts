import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/formats/read-csv.ts";

describe("readCsv", () => {
  test("reads header and rows, numbered as a spreadsheet does", () => {
    expect(readCsv("a.csv", 'id,text\n1,"a, ""b""\nc"\n2,\n')).toEqual({
      file: "a.csv",
      header: ["id", "text"],
      rows: [
        { number: 2, cells: ["1", 'a, "b"\nc'] },
        { number: 3, cells: ["2", ""] },
      ],
    });
  });

  test("passes over blank lines and keeps their numbers", () => {
    expect(readCsv("a.csv", "id,text\n\n1,a\n\n")).toMatchObject({ rows: [{ number: 3, cells: ["1", "a"] }] });
  });

  test.each([
    ["LF", "id,text\n1,a\n2,b\n"],
    ["CRLF", "id,text\r\n1,a\r\n2,b\r\n"],
    ["both", "id,text\r\n1,a\n2,b\r\n"],
    ["none at the end", "id,text\n1,a\n2,b"],
    ["a BOM before", "\ufeffid,text\n1,a\n2,b\n"],
  ])("reads the same rows with line ends %s", (_, text) => {
    expect(readCsv("a.csv", text)).toEqual(readCsv("a.csv", "id,text\n1,a\n2,b\n"));
  });

  test("takes the comma alone for a delimiter", () => {
    expect(readCsv("a.csv", "id;text\n1;a\n")).toMatchObject({ header: ["id;text"], rows: [{ cells: ["1;a"] }] });
  });

  test("keeps a column of any name", () => {
    expect(readCsv("a.csv", "__proto__,constructor\n1,2\n")).toMatchObject({ header: ["__proto__", "constructor"] });
  });

  test.each(["", "\n", "\ufeff"])("wants a header row in %j", (text) => {
    expect(readCsv("a.csv", text)).toEqual({
      file: "a.csv",
      faults: [{ file: "a.csv", row: 1, column: "", found: "", expected: "a header row" }],
    });
  });

  test("names the row whose quotation marks are not closed", () => {
    const read = readCsv("a.csv", 'id,text\n1,a\n2,"b\n');
    expect("faults" in read && read.faults[0]).toMatchObject({ file: "a.csv", row: 3 });
  });

  test("reports as many broken rows as there are", () => {
    const read = readCsv("a.csv", `id,text\n${'"1"x,a\n'.repeat(150_000)}`);
    expect("faults" in read && read.faults.length).toBeGreaterThanOrEqual(150_000);
  });
});
