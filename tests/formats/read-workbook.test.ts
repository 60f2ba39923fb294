import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/universal";
import { readWorkbook } from "../../src/formats/read-workbook.ts";
import { workbookText } from "../../src/formats/workbook-xml.ts";
import { type TestWorkbook, textRows, workbookFile } from "../fixtures/workbook-file.ts";

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0 &quot;days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs>`;

async function read(workbook: TestWorkbook) {
  const { grids, notices, faults } = await readWorkbook("a.xlsx", workbookFile(workbook));
  return { grids, notices, faults, rows: grids?.[0]?.rows ?? [] };
}

async function cellsOf(xml: string, rest: TestWorkbook = {}) {
  const { rows, faults } = await read({ styles: STYLES, ...rest, sheets: [{ rows: `<row>${xml}</row>` }] });
  if (faults !== undefined) throw new Error(JSON.stringify(faults));
  return rows[0]?.cells.map(({ text, kind }) => `${kind}:${text}`) ?? [];
}

describe("readWorkbook", () => {
  test("reads sheets in their order, with their names, and names the sheet in each grid", async () => {
    const { grids } = await read({
      sheets: [
        { name: "Z & co", rows: textRows([["a"]]) },
        { name: "A", rows: textRows([["b"]]) },
      ],
    });
    expect(grids?.map(({ file, name }) => [file, name])).toEqual([
      ["a.xlsx: Z & co", "Z & co"],
      ["a.xlsx: A", "A"],
    ]);
    expect((await read({ sheets: [{ name: "Only", rows: textRows([["a"]]) }] })).grids?.[0]?.file).toBe("a.xlsx");
  });

  test("reads shared strings, plain and of several runs, without how they are pronounced", async () => {
    const strings = [
      "<t>plain</t>",
      "<r><t>two </t></r><r><rPr/><t xml:space='preserve'>runs</t></r>",
      "<t>東</t><rPh sb='0' eb='1'><t>ひがし</t></rPh>",
      "<t>_x0041__x005F_x0041_ &amp; &#66;</t>",
    ];
    const cells = strings.map((_, i) => `<c t="s"><v>${i}</v></c>`).join("");
    expect(await cellsOf(cells, { strings })).toEqual(["text:plain", "text:two runs", "text:東", "text:A_x0041_ & B"]);
  });

  test("reads inline strings, booleans, errors, numbers in full", async () => {
    expect(
      await cellsOf(
        `<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><v>0.30000000000000004</v></c><c><v>1E+21</v></c><c><v>1.5E-7</v></c><c t="n"><v>-12</v></c>`,
      ),
    ).toEqual([
      "text:inline",
      "boolean:TRUE",
      "boolean:FALSE",
      "error:#N/A",
      "number:0.3",
      "number:1000000000000000000000",
      "number:0.00000015",
      "number:-12",
    ]);
  });

  test("reads dates by the format of their cells, of 1900 and of 1904", async () => {
    const cells = `<c s="0"><v>42478</v></c><c s="1"><v>42478</v></c><c s="2"><v>42478</v></c><c s="3"><v>42478</v></c><c s="4"><v>42478.75</v></c><c s="5"><v>1.5</v></c><c t="d"><v>2016-04-18T00:00:00</v></c><c s="1"><v>60</v></c><c s="1"><v>59</v></c>`;
    expect(await cellsOf(cells)).toEqual([
      "number:42478",
      "date:2016-04-18",
      "date:2016-04-18",
      "number:42478",
      "date:2016-04-18 18:00:00",
      "date:36:00:00",
      "date:2016-04-18",
      "date:1900-02-29",
      "date:1900-02-28",
    ]);
    expect(await cellsOf(`<c s="1"><v>41016</v></c>`, { properties: 'date1904="1"' })).toEqual(["date:2016-04-18"]);
  });

  test("reads a formula by the result that is stored with it, and says how many there are", async () => {
    const rows = `<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>yes</v></c><c s="1"><f>TODAY()</f><v>42478</v></c><c><f>B1</f></c><c t="inlineStr"><is><t>end</t></is></c></row>`;
    const found = await read({ styles: STYLES, sheets: [{ rows }] });
    expect(found.rows[0]?.cells.map(({ text, kind }) => `${kind}:${text}`)).toEqual([
      "formula:2",
      "formula:yes",
      "formula:2016-04-18",
      "formula:",
      "text:end",
    ]);
    expect(found.notices).toEqual([
      "a.xlsx: formulas (3) are read by the results stored with them",
      "a.xlsx: formulas (1) have no stored result and are read as empty; a spreadsheet program stores it",
    ]);
  });

  test("gives the cells under a merged one its text, and no column beyond the last filled one", async () => {
    const { rows, notices } = await read({
      sheets: [
        {
          rows: textRows([["title"], ["BE", "yes"], ["FI", ""]]),
          after: `<mergeCells><mergeCell ref="A1:Z1"/><mergeCell ref="B2:B9"/></mergeCells>`,
        },
      ],
    });
    expect(rows.map(({ cells }) => cells.map(({ text, kind }) => `${kind}:${text}`))).toEqual([
      ["text:title", "merged:title"],
      ["text:BE", "text:yes"],
      ["text:FI", "merged:yes"],
    ]);
    expect(notices?.[0]).toContain("merged ones (2)");
  });

  test("leaves out blank rows and keeps the numbers of the others and the places of cells", async () => {
    const { rows } = await read({
      sheets: [
        {
          rows: `<row r="3"><c r="C3" t="str"><v>x</v></c><c r="E3" s="1"/></row><row r="4"/><row r="9" hidden="1"><c r="A9"><v>1</v></c></row>`,
        },
      ],
    });
    expect(rows).toEqual([
      {
        number: 3,
        cells: [
          { text: "", kind: "empty" },
          { text: "", kind: "empty" },
          { text: "x", kind: "text" },
        ],
      },
      { number: 9, cells: [{ text: "1", kind: "number" }] },
    ]);
  });

  test("says what hidden rows, columns and sheets it read", async () => {
    const { notices } = await read({
      sheets: [
        {
          name: "a",
          rows: `<row hidden="1"><c><v>1</v></c><c><v>1</v></c></row>`,
          before: `<cols><col min="2" max="16384" hidden="1"/></cols>`,
        },
        { name: "b", state: "veryHidden", rows: textRows([["x"]]) },
      ],
    });
    expect(notices).toEqual([
      "a.xlsx: a: hidden rows are read like the others (1)",
      "a.xlsx: a: hidden columns are read like the others (B)",
      "a.xlsx: b: the sheet is hidden; it is read like the others",
    ]);
  });

  test("reads the strict form, prefixes, and parts named in another case", async () => {
    const rows = textRows([["a", "b"]]);
    const plain = await read({ sheets: [{ rows }] });
    expect((await read({ sheets: [{ rows }], isStrict: true })).rows).toEqual(plain.rows);
    const prefixed = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(
      (await read({ parts: { "xl/worksheets/sheet1.xml": null, "xl/Worksheets/Sheet1.xml": prefixed } })).rows,
    ).toEqual(plain.rows);
  });

  test("reads any text as it was written, lines ended by LF", async () => {
    const unit = fc.constantFrom("a", "<", "&", '"', "_x0041_", "\n", " ", "é", "😀", "]]>", "\t", "\u0001", "\u007f");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, minLength: 1 }), { minLength: 1, maxLength: 5 }), async (texts) => {
        const cells = texts.map((text) => `<c t="inlineStr"><is><t>${workbookText(text)}</t></is></c>`).join("");
        expect(await cellsOf(cells)).toEqual(texts.map((text) => `text:${text}`));
      }),
    );
  });

  test("does not take what extensions hold for cells", async () => {
    const after = `<extLst><ext><x14:f xmlns:x14="urn:other">IF(A1)</x14:f><v xmlns="urn:other">9</v></ext></extLst>`;
    expect((await read({ sheets: [{ rows: textRows([["a"]]), after }] })).rows).toHaveLength(1);
  });

  // Made once by these programs from one and the same table; see the note beside them.
  test.each(["libreoffice.xlsx", "openpyxl.xlsx", "exceljs.xlsx", "xlsxwriter.xlsx", "sheetjs.xlsx"])(
    "reads %s",
    async (file) => {
      const bytes = await readFile(new URL(`workbooks/${file}`, import.meta.url));
      const { grids } = await readWorkbook(file, bytes);
      expect(grids?.map(({ name }) => name)).toEqual(["Answers"]);
      expect(grids?.[0]?.rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])).toEqual([
        [1, "State", "Answer", "Since", "Sum", "Sure"],
        [2, "Ελλάδα & Ö", "yes", "2016-04-18", "2", "TRUE"],
        [4, "FI", "line\nbreak", "2016-05-01 13:30:00", "3.25", "FALSE"],
      ]);
    },
  );

  test("reads what write-excel-file writes", async () => {
    const blob = await writeXlsxFile([
      [{ value: "State", fontWeight: "bold" }, { value: "Since" }, { value: "Ok" }, { value: "N" }],
      [
        { value: "BE & FI <3" },
        { value: new Date("2016-04-18T00:00:00Z"), type: Date, format: "yyyy-mm-dd" },
        { value: true, type: Boolean },
        { value: 1.5, type: Number },
      ],
    ]).toBlob();
    const { grids } = await readWorkbook("a.xlsx", new Uint8Array(await blob.arrayBuffer()));
    expect(grids?.[0]?.rows.map(({ cells }) => cells.map(({ text, kind }) => `${kind}:${text}`))).toEqual([
      ["text:State", "text:Since", "text:Ok", "text:N"],
      ["text:BE & FI <3", "date:2016-04-18", "boolean:TRUE", "number:1.5"],
    ]);
  });
});
