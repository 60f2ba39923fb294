import { expect, test } from "vitest";
import { faultTable } from "../../../src/core/export/fault-table.ts";
import { writeCsv } from "../../../src/formats/write-csv.ts";

test("a list of faults has each with its place, and no row where the fault is of a whole file", () => {
  const table = faultTable(
    [
      { file: "a.xlsx: Sheet1", row: 12, column: "C", found: "=1+1", expected: "a code, in words" },
      { file: "a.zip", row: null, column: "", found: "", expected: "a whole zip" },
    ],
    "a.xlsx",
    "2026-03-01",
  );
  expect(table.title).toBe("Faults of a.xlsx");
  expect(writeCsv(table)).toBe(
    [
      "File or sheet,Row,Column,Found,Expected",
      `a.xlsx: Sheet1,12,C,'=1+1,"a code, in words"`,
      "a.zip,,,,a whole zip",
      "",
    ].join("\r\n"),
  );
});
