import { describe, expect, test } from "vitest";
import { plainCell } from "../../src/core/export/export-table.ts";
import { DEFAULT_OPTIONS, EXPORT_FORM_IDS, EXPORT_FORMATS, EXPORT_FORMS } from "../../src/formats/export-formats.ts";

const TABLE = {
  name: "Table",
  title: "A table",
  columns: [{ header: "Question", name: "Question", width: 10 }],
  rows: [{ cells: [plainCell("é")], note: "" }],
  locators: [],
  metadata: [],
};

describe("EXPORT_FORMATS", () => {
  test("writes CSV as UTF-8", async () => {
    expect([...(await EXPORT_FORMATS.csv.write(TABLE, DEFAULT_OPTIONS))]).toEqual([
      ...Buffer.from("Question\r\né\r\n"),
    ]);
  });

  test("writes a workbook as a zip", async () => {
    const bytes = await EXPORT_FORMATS.xlsx.write(TABLE);
    expect(Buffer.from(bytes.subarray(0, 4)).toString("latin1")).toBe("PK\u0003\u0004");
  });

  test("has an extension of its own for each format", () => {
    const extensions = EXPORT_FORM_IDS.map((id) => EXPORT_FORMS[id].extension);
    expect(new Set(extensions).size).toBe(Object.keys(EXPORT_FORMS).length);
  });
});
