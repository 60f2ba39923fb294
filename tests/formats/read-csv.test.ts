import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/formats/read-csv.ts";

/** The table with its rows made. */
function read(text: string): object {
  const table = readCsv("a.csv", text);
  return "faults" in table ? table : { ...table, rows: [...table.rows] };
}

describe("readCsv", () => {
  test("reads header and rows, numbered as a spreadsheet does", () => {
    expect(read('id,text\n1,"a, ""b""\nc"\n2,\n')).toEqual({
      file: "a.csv",
      header: ["id", "text"],
      rows: [
        { number: 2, cells: ["1", 'a, "b"\nc'] },
        { number: 3, cells: ["2", ""] },
      ],
    });
  });

  test("passes over blank lines and keeps their numbers", () => {
    expect(read("id,text\n\n1,a\n\n")).toMatchObject({ rows: [{ number: 3, cells: ["1", "a"] }] });
  });

  test.each([
    ["LF", "id,text\n1,a\n2,b\n"],
    ["CRLF", "id,text\r\n1,a\r\n2,b\r\n"],
    ["both", "id,text\r\n1,a\n2,b\r\n"],
    ["none at the end", "id,text\n1,a\n2,b"],
    ["a BOM before", "\ufeffid,text\n1,a\n2,b\n"],
  ])("reads the same rows with line ends %s", (_, text) => {
    expect(read(text)).toEqual(read("id,text\n1,a\n2,b\n"));
  });

  test("takes the comma alone for a delimiter", () => {
    expect(read("id;text\n1;a\n")).toMatchObject({ header: ["id;text"], rows: [{ cells: ["1;a"] }] });
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

  test("makes its rows as often as they are gone through", () => {
    const table = readCsv("a.csv", "id,text\n1,a\n2,b\n");
    if ("faults" in table) throw new Error("the table is sound");
    expect([...table.rows]).toHaveLength(2);
    expect([...table.rows]).toEqual([...table.rows]);
  });

  test("reads a table of many thousand rows as it would in one go", () => {
    const line = (i: number): string => (i % 97 === 0 ? "" : `${i},"a, ""b""\n${i}"`);
    const text = `id,text\n${Array.from({ length: 3_500 }, (_, i) => `${line(i)}\n`).join("")}`;
    expect(read(text)).toMatchObject({ rows: inOneGo(text) });
  });

  test("keeps a BOM that is part of a cell, wherever it stands", () => {
    const text = (row: number) => `id,text\n${"1,a\n".repeat(row - 2)}\ufeffBE,b\n`;
    for (const row of [2, 1001]) expect(read(text(row))).toMatchObject({ rows: inOneGo(text(row)) });
    expect(read('\ufeff\ufeff"id",text\n')).toMatchObject({ header: ['\ufeff"id"', "text"] });
  });

  test("finds at once whatever the parser would trip over", () => {
    const unit = fc.constantFrom("a", '"', '"', ",", "\n", " ", "\t", "\ufeff");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const table = read(`id,text\n${text}`);
        if (!("faults" in table)) expect(table).toMatchObject({ rows: inOneGo(`id,text\n${text}`) });
      }),
      { numRuns: 2_000 },
    );
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

/** The filled rows of a table as the parser alone reads them, with their numbers. */
function inOneGo(text: string): readonly object[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  expect(errors).toEqual([]);
  const rows = data.map((cells, i) => ({ number: i + 1, cells }));
  return rows.slice(1).filter(({ cells }) => cells.length > 1 || cells[0] !== "");
}
