import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type ExportTable, plainCell } from "../../src/core/export/export-table.ts";
import { writeDocx } from "../../src/formats/write-docx.ts";
import { unzip } from "../fixtures/unzip.ts";
import { hostileTables } from "./hostile-tables.ts";

function tableOf(states: readonly string[]): ExportTable {
  return {
    name: "Comparison",
    title: "Some states",
    columns: [
      { header: "Question", name: "Question", width: 10, isRowHeader: true },
      { header: "Variable", name: "Variable", width: 30, isRowHeader: true },
      ...states.map((state) => ({ header: state, name: `Land ${state}`, width: 24 })),
    ],
    rows: [
      {
        cells: [
          plainCell("3.1"),
          plainCell("Monitors"),
          ...states.map(() => ({ text: "Yes", meaning: "affirmative" as const, isDifferent: false })),
        ],
        note: "BE 3.1 ¶1",
      },
      { cells: ["3.1", "Platforms", ...states.map(() => "None named")].map(plainCell), note: "" },
    ],
    locators: [],
    metadata: [{ name: "Exported", value: "2026-01-31" }],
  };
}

async function documentOf(table: ExportTable): Promise<Readonly<Record<string, string>>> {
  return unzip(await writeDocx(table));
}

describe("writeDocx", () => {
  test("has a heading, a caption, a header row that repeats and rows that do not split", async () => {
    const xml = (await documentOf(tableOf(["BE"])))["word/document.xml"] ?? "";
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml).toContain('<w:pStyle w:val="Caption"/>');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  });

  test("joins equal row headers, and puts the places in the source into a footnote", async () => {
    const parts = await documentOf(tableOf(["BE"]));
    expect(parts["word/document.xml"]).toContain('<w:vMerge w:val="continue"/>');
    expect(parts["word/document.xml"]?.match(/<w:footnoteReference w:id="1"\/>/g)).toHaveLength(1);
    expect(parts["word/footnotes.xml"]).toContain("BE 3.1 ¶1");
  });

  test("stands upright with few states, lies on its side with more, and becomes several tables with many", async () => {
    const shape = async (count: number) => {
      const states = Array.from({ length: count }, (_, i) => `S${i}`);
      const xml = (await documentOf(tableOf(states)))["word/document.xml"] ?? "";
      return { isLandscape: xml.includes('w:orient="landscape"'), tables: xml.match(/<w:tbl>/g)?.length };
    };
    expect(await shape(2)).toEqual({ isLandscape: false, tables: 1 });
    expect(await shape(6)).toEqual({ isLandscape: true, tables: 1 });
    expect(await shape(20)).toEqual({ isLandscape: true, tables: 3 });
  });

  test("says its language and title", async () => {
    const parts = await documentOf(tableOf(["BE"]));
    expect(parts["word/styles.xml"]).toContain('w:val="en-GB"');
    expect(parts["docProps/core.xml"]).toContain("<dc:title>Some states</dc:title>");
  });

  test("gives the same bytes for the same table on another day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-31") });
    const first = await writeDocx(tableOf(["BE", "CZ"]));
    vi.setSystemTime(new Date("2027-05-06"));
    const second = await writeDocx(tableOf(["BE", "CZ"]));
    vi.useRealTimers();
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test("writes every cell of a hostile table as text", async () => {
    await fc.assert(
      fc.asyncProperty(hostileTables, async (table) => {
        const xml = (await documentOf(table))["word/document.xml"] ?? "";
        const [grid = ""] = /<w:tbl>.*<\/w:tbl>/s.exec(xml) ?? [];
        const rows = [...grid.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].slice(1);
        const written = rows.map(([, row = ""]) =>
          [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) => textOf(cell)),
        );
        expect(written.map((row) => row.slice(1))).toEqual(
          table.rows.map(({ cells }) => cells.slice(1).map(({ text }) => text)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

function textOf(cell: string): string {
  return [...cell.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t\/>|<w:br\/>/g)]
    .map(([part]) => (part === "<w:br/>" ? "\n" : part.replace(/^<w:t[^>]*>/, "").replace("</w:t>", "")))
    .join("")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
