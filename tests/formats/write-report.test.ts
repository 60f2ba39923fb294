import { describe, expect, test, vi } from "vitest";
import { type ExportTable, plainCell } from "../../src/core/export/export-table.ts";
import type { Report } from "../../src/core/export/report.ts";
import { writeReportDocx } from "../../src/formats/write-report-docx.ts";
import { htmlReportOf } from "../../src/formats/write-report-html.ts";
import { unzip } from "../fixtures/unzip.ts";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function tableOf(name: string, states: number): ExportTable {
  const columns = Array.from({ length: states }, (_, i) => ({ header: `S${i}`, name: `Land ${i}`, width: 24 }));
  return {
    name,
    title: name,
    columns: [{ header: "Question", name: "Question", width: 11, isRowHeader: true }, ...columns],
    rows: [
      { cells: ["3.1", ...columns.map(() => "Yes")].map(plainCell), note: `${name} 3.1 ¶1` },
      { cells: ["3.2", ...columns.map(() => "No")].map(plainCell), note: `${name} 3.2 ¶1` },
    ],
    locators: [],
    metadata: [
      { name: "Filter", value: `filter of ${name}` },
      { name: "Package", value: "q, version 1" },
    ],
  };
}

const REPORT: Report = {
  title: "What states do",
  parts: [
    { kind: "heading", text: "Who <monitors>" },
    { kind: "text", text: "First paragraph.\n\nSecond paragraph." },
    { kind: "table", table: tableOf("Few", 2) },
    { kind: "table", table: tableOf("Many", 20) },
    {
      kind: "picture",
      picture: { title: "Bars", alternative: "Yes 2, no 1", svg: "<svg></svg>", png: PIXEL, width: 860, height: 300 },
    },
  ],
};

describe("a report as a web page", () => {
  const { body, styles, title } = htmlReportOf(REPORT);

  test("has its parts in their order, texts escaped", () => {
    const order = ["<h1>What states do</h1>", "<h2>Who &lt;monitors&gt;</h2>", "<p>First paragraph.</p>", "<p>Second"];
    const places = [...order, "<caption>Few", "<caption>Many", "<figure><svg>"].map((part) => body.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(title).toBe("What states do");
  });

  test("lies on its side as one of its tables wants it", () => {
    expect(styles).toContain("A4 landscape");
  });

  test("says once what all tables say, and below each what it alone says", () => {
    expect(body.match(/q, version 1/g)).toHaveLength(1);
    expect(body).toContain('<p class="small">Filter: filter of Few</p>');
  });

  test("keeps the notes of its tables apart", () => {
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe("a report as a Word document", () => {
  test("numbers tables and notes through, and turns the page for the wide one alone", async () => {
    const parts = await unzip(await writeReportDocx(REPORT));
    const xml = parts["word/document.xml"] ?? "";
    expect([...xml.matchAll(/Table (\d+)\. /g)].map(([, number]) => number)).toEqual(["1", "2", "3", "4"]);
    expect([...xml.matchAll(/footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(["1", "2", "3", "4"]);
    expect(parts["word/footnotes.xml"]).toContain("Many 3.2 ¶1");
    expect([...xml.matchAll(/w:orient="(\w+)"/g)].map(([, orient]) => orient)).toEqual([
      "portrait",
      "landscape",
      "portrait",
    ]);
  });

  test("has an alternative text for its picture", async () => {
    const xml = (await unzip(await writeReportDocx(REPORT)))["word/document.xml"] ?? "";
    expect(xml).toContain('descr="Yes 2, no 1"');
  });

  test("gives the same bytes on another day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-31") });
    const first = await writeReportDocx(REPORT);
    vi.setSystemTime(new Date("2027-05-06"));
    const second = await writeReportDocx(REPORT);
    vi.useRealTimers();
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });
});
