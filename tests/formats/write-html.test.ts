import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExportTable, plainCell } from "../../src/core/export/export-table.ts";
import { writeHtml } from "../../src/formats/write-html.ts";
import { hostileTables } from "./hostile-tables.ts";

const TABLE: ExportTable = {
  name: "Comparison",
  title: "Two states",
  columns: [
    { header: "Question", name: "Question", width: 10, isRowHeader: true },
    { header: "Variable", name: "Variable", width: 20, isRowHeader: true },
    { header: "BE", name: "Belgium", width: 24 },
    { header: "CZ", name: "Czechia", width: 24 },
  ],
  rows: [
    {
      cells: [
        plainCell("3.1"),
        plainCell("Monitors"),
        { text: "Yes", meaning: "affirmative", isDifferent: false },
        { text: "No information", meaning: "no-information", isDifferent: false },
      ],
      note: "BE 3.1 ¶1",
    },
    { cells: ["3.1", "Platforms", "Facebook", "None named"].map(plainCell), note: "" },
  ],
  locators: [],
  metadata: [{ name: "Exported", value: "2026-01-31" }],
};

describe("writeHtml", () => {
  const html = writeHtml(TABLE);

  test("joins equal row headers, and keeps signs before words", () => {
    expect(html).toContain('<th scope="rowgroup" rowspan="2">3.1</th>');
    expect(html).toContain('<td class="affirmative">● Yes</td><td class="no-information">? No information</td>');
  });

  test("leads from a row to its note and back", () => {
    expect(html).toContain('<a href="#note-1" id="from-1">1</a>');
    expect(html).toContain('<li id="note-1">BE 3.1 ¶1 <a href="#from-1"');
  });

  test("names the full words behind abbreviations", () => {
    expect(html).toContain('<th scope="col" title="Belgium">BE</th>');
    expect(html).toContain("<dt>Columns</dt><dd>BE: Belgium; CZ: Czechia</dd>");
  });

  test("makes several tables of one that is too wide for a page, each with the row headers", () => {
    const columns = [
      ...TABLE.columns,
      ...Array.from({ length: 18 }, (_, i) => ({ header: `S${i}`, name: `S${i}`, width: 24 })),
    ];
    const rows = TABLE.rows.map((row) => ({ ...row, cells: columns.map((_, i) => row.cells[i] ?? plainCell("x")) }));
    const wide = writeHtml({ ...TABLE, columns, rows });
    expect(wide.match(/<table>/g)).toHaveLength(3);
    expect(wide).toContain("<caption>Comparison, part 2 of 3</caption>");
    expect(wide.match(/<th scope="col">Variable<\/th>/g)).toHaveLength(3);
    expect(wide.match(/<td>x<\/td>/g)).toHaveLength(36);
  });

  test("writes every text of a hostile table as text", () => {
    fc.assert(
      fc.property(hostileTables, (table) => {
        const body = writeHtml(table).split("<body>")[1] ?? "";
        const tags = [...body.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
        expect(tags).not.toContain("script");
        expect(tags).not.toContain("b");
        const written = [...body.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => unescaped(cell));
        const cells = table.rows.flatMap((row) => row.cells.slice(1).map((cell) => cell.text));
        expect(written).toEqual(cells);
      }),
      { numRuns: 200 },
    );
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll("<br>", "\n")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
