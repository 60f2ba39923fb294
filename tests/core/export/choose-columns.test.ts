import { expect, test } from "vitest";
import { chooseColumns } from "../../../src/core/export/choose-columns.ts";
import { type ExportTable, plainCell } from "../../../src/core/export/export-table.ts";

const table: ExportTable = {
  name: "T",
  title: "T",
  columns: ["a", "b", "c"].map((header) => ({ header, name: header, width: 5 })),
  rows: [{ cells: ["1", "2", "3"].map(plainCell), note: "n" }],
  locators: [],
  metadata: [],
};

test("takes columns in the order asked for, cells with their headers", () => {
  const chosen = chooseColumns(table, [2, 0]);
  expect(chosen.columns.map(({ header }) => header)).toEqual(["c", "a"]);
  expect(chosen.rows[0]?.cells.map(({ text }) => text)).toEqual(["3", "1"]);
});

test("leaves out what the table does not have, and keeps a row's note", () => {
  const chosen = chooseColumns(table, [1, 7]);
  expect(chosen.columns).toHaveLength(1);
  expect(chosen.rows).toEqual([{ cells: [plainCell("2")], note: "n" }]);
});
