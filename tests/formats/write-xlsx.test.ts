import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { compareRespondents } from "../../src/core/analysis/compare-respondents.ts";
import { stateColumns } from "../../src/core/analysis/comparison-columns.ts";
import { comparisonTable } from "../../src/core/export/comparison-table.ts";
import { dateCell, type ExportTable, numberCell, plainCell } from "../../src/core/export/export-table.ts";
import { outgoingTo } from "../../src/core/export/outgoing.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { readWorkbook } from "../../src/formats/read-workbook.ts";
import { writeXlsx } from "../../src/formats/write-xlsx.ts";
import { edited, smallPackage } from "../fixtures/small-package.ts";
import { unzip } from "../fixtures/unzip.ts";
import { hostileTables } from "./hostile-tables.ts";

function smallTable(): ExportTable {
  const { dataset } = readPackage(smallPackage(edited("codes.csv", "watching,yes,Yes", "watching,yes,=1+1")));
  if (dataset === undefined) throw new Error("the small package has faults");
  const choice = { columns: stateColumns(["BE", "FI", "NO"]), questions: [], baseline: "BE" };
  const request = {
    onlyDifferences: false,
    isTransposed: false,
    filterInWords: "",
    filterText: "",
    date: "2026-01-31",
  };
  return comparisonTable(outgoingTo("public", dataset), {
    comparison: compareRespondents(dataset, choice),
    ...request,
  });
}

describe("writeXlsx", () => {
  let parts: Readonly<Record<string, string>> = {};
  let sheets: readonly (readonly (readonly string[])[])[] = [];

  beforeAll(async () => {
    parts = await unzip(await writeXlsx(smallTable()));
    sheets = [1, 2, 3, 4].map((sheet) => sheetTexts(parts, sheet));
  });

  test("names its sheets Comparison, Locators, Codebook and About", () => {
    const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(["Comparison", "Locators", "Codebook", "About"]);
  });

  test("lays out a row a variable, with signs before meanings and before differences", () => {
    expect(sheets[0]).toEqual([
      ["Question", "Variable", "BE", "FI", "NO", "Differs"],
      ["1", "Watches", "● =1+1", "● =1+1", "? No information", "no"],
      ["1", "Platforms", "Facebook", "≠ Facebook; VK", "? No information", "yes"],
      ["2", "Works together", "● Yes", "≠ – No practice", "≠ – No practice", "yes"],
    ]);
  });

  test("marks a differing cell in bold", () => {
    const [plain, differing] = ["C3", "D3"].map((address) => fontOf(parts, address));
    expect(plain).not.toContain("<b/>");
    expect(differing).toContain("<b/>");
  });

  test("gives the locator of every coded cell", () => {
    expect(sheets[1]?.[0]).toEqual(["Respondent", "Variable", "Value", "Basis", "Locator"]);
    expect(sheets[1]).toContainEqual(["FI", "Platforms", "VK", "listed", "1 ¶1 •2"]);
    expect(sheets[1]).toHaveLength(1 + 6 + 3);
  });

  test("says what the export is, and names the respondents in full", () => {
    const about = sheets[3]?.map(([name]) => name);
    expect(sheets[3]).toContainEqual(["Exported", "2026-01-31"]);
    expect(sheets[3]).toContainEqual(["Column BE", "Belgium"]);
    expect(about).toContain("Content (SHA-256)");
  });

  test("freezes the header and the first two columns and can be filtered", () => {
    const comparison = parts["xl/worksheets/sheet1.xml"];
    expect(comparison).toMatch(/<pane xSplit="2" ySplit="1"[^>]*state="frozen"/);
    expect(comparison).toContain('<autoFilter ref="A1:F4"/>');
    expect(parts["xl/worksheets/sheet2.xml"]).toContain('<autoFilter ref="A1:E10"/>');
    expect(parts["xl/worksheets/sheet4.xml"]).not.toContain("autoFilter");
    expect(parts["xl/workbook.xml"]).toContain(`localSheetId="0">'Comparison'!$1:$1</definedName>`);
  });

  test("writes every cell as typed text, so that nothing is run", () => {
    for (const sheet of [1, 2, 3, 4]) {
      const xml = parts[`xl/worksheets/sheet${sheet}.xml`] ?? "";
      expect(xml).not.toContain("<f>");
      const untyped = [...xml.matchAll(/<c ([^>]*)>/g)].filter(
        ([cell, attributes = ""]) => !cell.endsWith("/>") && !attributes.includes('t="s"'),
      );
      expect(untyped).toEqual([]);
    }
  });

  test("writes numbers and days as what they are", async () => {
    const table: ExportTable = {
      name: "Counts",
      title: "Counts",
      columns: ["States", "Changed"].map((header) => ({ header, name: header, width: 10 })),
      rows: [{ cells: [numberCell(-5), dateCell("2016-04-18")], note: "" }],
      locators: [],
      metadata: [],
    };
    const sheet = (await unzip(await writeXlsx(table)))["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toMatch(/<c r="A2" s="\d+"><v>-5<\/v><\/c><c r="B2" s="\d+"><v>42478<\/v><\/c>/);
  });

  test("puts a shared header above the columns of a group, and filters by the row below", async () => {
    const columns = [
      { header: "State", name: "State", width: 10, isRowHeader: true },
      { header: "Yes", name: "Yes", width: 10, group: "Monitoring" },
      { header: "No", name: "No", width: 10, group: "Monitoring" },
    ];
    const rows = [{ cells: ["BE", "1", "0"].map(plainCell), note: "" }];
    const table = { name: "T", title: "T", columns, rows, locators: [], metadata: [] };
    const sheet = (await unzip(await writeXlsx(table)))["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>');
    expect(sheet).toContain('<autoFilter ref="A2:C3"/>');
    expect(sheet).toContain('ySplit="2"');
  });

  test("writes every text of a hostile table as it is", async () => {
    await fc.assert(
      fc.asyncProperty(hostileTables, async (table) => {
        const written = sheetTexts(await unzip(await writeXlsx(table)), 1);
        const given = [
          table.columns.map(({ header }) => header),
          ...table.rows.map(({ cells }) => cells.map(({ text }) => text)),
        ];
        expect(written).toEqual(given.map((row) => row.filter((text) => text !== "")));
      }),
      { numRuns: 60 },
    );
  });

  test("gives the same bytes for the same table on another day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-31") });
    const first = await writeXlsx(smallTable());
    vi.setSystemTime(new Date("2027-05-06"));
    const second = await writeXlsx(smallTable());
    vi.useRealTimers();
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test("keeps a text that is also a property of every object", async () => {
    const table = smallTable();
    const odd = {
      ...table,
      locators: [{ respondent: "BE", variable: "constructor", value: "toString", basis: "listed", locator: "1" }],
    };
    const [, row] = sheetTexts(await unzip(await writeXlsx(odd)), 2);
    expect(row?.map((text) => text)).toEqual(["BE", "constructor", "toString", "listed", "1"]);
  });
});

test("a text of an export is read back as it was, with what XML cannot hold", async () => {
  const value = "a\u0001b _x0041_ <c>";
  const table = {
    ...smallTable(),
    locators: [{ respondent: "BE", variable: "v", value, basis: "listed", locator: "1" }],
  };
  const { grids } = await readWorkbook("a.xlsx", await writeXlsx(table));
  expect(grids?.[1]?.rows[1]?.cells[2]?.text).toBe(value);
});

function sheetTexts(parts: Readonly<Record<string, string>>, sheet: number): readonly (readonly string[])[] {
  const shared = [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) =>
    unescaped(text ?? ""),
  );
  const rows = (parts[`xl/worksheets/sheet${sheet}.xml`] ?? "").matchAll(/<row [^>]*>(.*?)<\/row>/gs);
  return [...rows].map(([, row = ""]) =>
    [...row.matchAll(/<v>(\d+)<\/v>/g)].map(([, index]) => shared[Number(index)] ?? `no string ${index}`),
  );
}

function fontOf(parts: Readonly<Record<string, string>>, address: string): string {
  const style = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(parts["xl/worksheets/sheet1.xml"] ?? "")?.[1];
  const styles = parts["xl/styles.xml"] ?? "";
  const formats = [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1] ?? "").matchAll(/<xf [^>]*fontId="(\d+)"/g)];
  const fonts = [...styles.matchAll(/<font>.*?<\/font>/gs)].map(([font]) => font);
  return fonts[Number(formats[Number(style)]?.[1])] ?? "no font";
}

function unescaped(xml: string): string {
  return xml
    .replaceAll("&#10;", "\n")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
