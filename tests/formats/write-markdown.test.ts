import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainCell } from "../../src/core/export/export-table.ts";
import { writeMarkdown } from "../../src/formats/write-markdown.ts";
import { hostileTables } from "./hostile-tables.ts";

describe("writeMarkdown", () => {
  test("writes title, table, what it is about, and the notes as footnotes", () => {
    const text = writeMarkdown({
      name: "Counts",
      title: "Counts",
      columns: [
        { header: "Question", name: "Question", width: 10, isRowHeader: true },
        { header: "Count", name: "Count", width: 10 },
      ],
      rows: [{ cells: [plainCell("3.1"), { ...plainCell("15"), number: 15 }], note: "3.1 ¶1" }],
      locators: [],
      metadata: [{ name: "Exported", value: "2026-01-31" }],
    });
    expect(text).toBe(
      "# Counts\n\n| Question | Count |\n| --- | ---: |\n| 3.1[^1] | 15 |\n\n- **Exported**: 2026-01-31\n\n[^1]: 3.1 ¶1\n",
    );
  });

  test("keeps one line a row and one cell a column, whatever the texts", () => {
    fc.assert(
      fc.property(hostileTables, (table) => {
        const lines = writeMarkdown(table).split("\n");
        const rows = lines.filter((line) => line.startsWith("| ")).slice(2);
        expect(rows).toHaveLength(table.rows.length);
        for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(table.columns.length + 2);
      }),
      { numRuns: 300 },
    );
  });
});
