import { beforeAll, describe, expect, test } from "vitest";
import { blankAnswers, responseForms, responseTable } from "../../src/core/collection/response-template.ts";
import { writeResponseWorkbook } from "../../src/formats/write-response-workbook.ts";
import { draftOf, SMALL_DRAFT } from "../fixtures/small-draft.ts";
import { unzip } from "../fixtures/unzip.ts";

describe("writeResponseWorkbook", () => {
  let parts: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    parts = await unzip(writeResponseWorkbook(responseForms(draftOf(), blankAnswers("BE"))));
  });

  test("locks the workbook's structure and every sheet, without a password", () => {
    expect(parts["xl/workbook.xml"]).toContain('<workbookProtection lockStructure="1"/>');
    const sheets = Object.keys(parts).filter((path) => path.startsWith("xl/worksheets/"));
    expect(sheets).toHaveLength(5);
    for (const path of sheets) expect(parts[path]).toMatch(/<sheetProtection sheet="1"(?![^>]*(password|hashValue))/);
  });

  test("unlocks input cells alone", () => {
    const [answer, label] = [cell(parts, 2, "C5"), cell(parts, 2, "B5")];
    expect(styleAt(parts, answer)).toContain('<protection locked="0"/>');
    expect(styleAt(parts, answer)).toContain('numFmtId="49"');
    expect(styleAt(parts, label)).not.toContain("<protection");
  });

  test("gives an input cell the drop-down of its list", () => {
    const [, formula = ""] = /sqref="C5"><formula1>([^<]+)</.exec(parts["xl/worksheets/sheet2.xml"] ?? "") ?? [];
    expect(formula).toBe("'Lists'!$C$8:$C$10");
    expect(texts(parts, 4, ["C8", "C9", "C10"])).toEqual(["Yes", "Not yet", "No information"]);
  });

  test("hides the lists, and hides what it is from menus too", () => {
    const states = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]+)"[^>]*?state="([^"]+)"/g)];
    expect(states.map(([, name, state]) => [name, state])).toEqual([
      ["Lists", "hidden"],
      ["ahq", "veryHidden"],
    ]);
  });

  test("joins the cells below each other that have one list", async () => {
    const rows = ["BE", "FI", "NO"].map(blankAnswers);
    const table = await unzip(writeResponseWorkbook(responseTable(draftOf(), rows)));
    expect(table["xl/worksheets/sheet2.xml"]).toMatch(/sqref="D4:D6 E4:E6"/);
  });

  test("writes what XML cannot hold by its number, and a text that looks like one so that it stays", async () => {
    const title = "a<b>&\u0001_x0041_";
    const book = responseForms(draftOf({ ...SMALL_DRAFT, title }), blankAnswers(""));
    const { "xl/sharedStrings.xml": strings } = await unzip(writeResponseWorkbook(book));
    expect(strings).toContain(">a&lt;b&gt;&amp;_x0001__x005F_x0041_</t>");
  });

  test("refuses a text that no cell holds", () => {
    const draft = draftOf({ ...SMALL_DRAFT, background: "a".repeat(32_768) });
    expect(() => writeResponseWorkbook(responseForms(draft, blankAnswers("")))).toThrow("a text of 32768 characters");
  });

  test("gives the same bytes for the same book", () => {
    const write = () => writeResponseWorkbook(responseForms(draftOf(), blankAnswers("BE")));
    expect(write()).toEqual(write());
  });
});

function cell(parts: Readonly<Record<string, string>>, sheet: number, address: string): string {
  const [found = ""] = new RegExp(`<c r="${address}"[^>]*>`).exec(parts[`xl/worksheets/sheet${sheet}.xml`] ?? "") ?? [];
  return found;
}

function styleAt(parts: Readonly<Record<string, string>>, cellStart: string): string {
  const [, number = ""] = / s="(\d+)"/.exec(cellStart) ?? [];
  const [, formats = ""] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts["xl/styles.xml"] ?? "") ?? [];
  return [...formats.matchAll(/<xf .*?<\/xf>/g)].map(([xf]) => xf)[Number(number)] ?? "";
}

function texts(
  parts: Readonly<Record<string, string>>,
  sheet: number,
  addresses: readonly string[],
): readonly string[] {
  const strings = [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
  const xml = parts[`xl/worksheets/sheet${sheet}.xml`] ?? "";
  return addresses.map((address) => strings[Number(new RegExp(`r="${address}"[^>]*><v>(\\d+)`).exec(xml)?.[1])] ?? "");
}
