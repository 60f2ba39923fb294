import writeXlsxFile, { type CellObject, type Feature, type Sheet } from "write-excel-file/universal";
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";
import { MEANINGS } from "../core/dataset/meanings.ts";
import type { ExportCell, ExportTable } from "../core/export/export-table.ts";
import { signedText } from "./signed-text.ts";
import { undateZip } from "./undate-zip.ts";

const FONT = { fontFamily: "Calibri", fontSize: 11 };
const HEADER_FILL = "#e9ecef";
const RULE = "#ced4da";
const SHEET_FILE = "xl/worksheets/sheet{id}.xml";

/**
 * The table as an Excel workbook of three sheets: the comparison, the locators behind its cells, and what the export is about.
 * All cells are typed text, so nothing in them is ever run. The same table gives the same bytes.
 */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array> {
  const sheets = [comparisonSheet(table), locatorSheet(table), aboutSheet(table)];
  const filtered = sheets.slice(0, 2).map(({ data }) => data);
  const blob = await writeXlsxFile(sheets, { ...FONT, features: [autoFilter(filtered)] }).toBlob();
  return undateZip(new Uint8Array(await blob.arrayBuffer()));
}

function comparisonSheet({ columns, rows }: ExportTable): Sheet<Blob> {
  return {
    sheet: "Comparison",
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    orientation: "landscape",
    columns: columns.map(({ width }) => ({ width })),
    data: [columns.map(({ header }) => headerCell(header)), ...rows.map((row) => row.map(comparisonCell))],
  };
}

function locatorSheet({ locators }: ExportTable): Sheet<Blob> {
  const rows = locators.map(({ respondent, variable, value, basis, locator }) =>
    [respondent, variable, value, basis, locator].map(textCell),
  );
  return {
    sheet: "Locators",
    stickyRowsCount: 1,
    columns: [12, 30, 34, 16, 28].map((width) => ({ width })),
    data: [["Respondent", "Variable", "Value", "Basis", "Locator"].map(headerCell), ...rows],
  };
}

function aboutSheet({ title, columns, metadata }: ExportTable): Sheet<Blob> {
  const named = columns.filter(({ header, name }) => header !== name);
  const entries = [...metadata, ...named.map(({ header, name }) => ({ name: `Column ${header}`, value: name }))];
  const rows = entries.map(({ name, value }) => [{ ...textCell(name), fontWeight: "bold" } as const, textCell(value)]);
  return {
    sheet: "About",
    columns: [{ width: 26 }, { width: 90 }],
    data: [[{ ...textCell(title), fontWeight: "bold", fontSize: 14, columnSpan: 2 }], [], ...rows],
  };
}

function headerCell(text: string): CellObject {
  return {
    ...textCell(text),
    fontWeight: "bold",
    backgroundColor: HEADER_FILL,
    bottomBorderColor: RULE,
    bottomBorderStyle: "thin",
  };
}

function comparisonCell(cell: ExportCell): CellObject {
  const { meaning, isDifferent } = cell;
  return {
    ...textCell(signedText(cell)),
    ...(isDifferent ? { fontWeight: "bold" } : {}),
    ...(meaning === null ? {} : meaningStyle(meaning)),
  };
}

// Silence has no fill, so that it never looks like an answer.
function meaningStyle(meaning: keyof typeof MEANINGS): Partial<CellObject> {
  const { colour, isSilent } = MEANINGS[meaning];
  return isSilent ? { textColor: colour.light, fontStyle: "italic" } : { backgroundColor: tint(colour.light) };
}

function textCell(text: string): CellObject {
  // The writer looks texts up in a plain object: one that is also a property of every object would be lost.
  const value = text in {} ? `${text}\u200b` : text;
  return { value, type: String, wrap: true, alignVertical: "top" };
}

/** A colour (#rrggbb) at a tenth of its strength on white: dark text keeps its contrast on it. */
function tint(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${channels.map((channel) => Math.round(255 - (255 - channel) * 0.1).toString(16)).join("")}`;
}

function autoFilter(sheets: readonly Sheet<Blob>["data"][]): Feature<Blob> {
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml, _, { sheetIndex }) => {
            const data = sheets[sheetIndex];
            if (data === undefined) return xml;
            const end = getCellAddress(data.length - 1, (data[0]?.length ?? 1) - 1);
            const filter = getSelfClosingTagMarkup("autoFilter", { ref: `A1:${end}` });
            const order = getOrderOfSiblings(SHEET_FILE, "worksheet") ?? [];
            return insertElementMarkupAccordingToOrderOfSiblings(xml, filter, order, "worksheet");
          },
        },
      },
    },
  };
}
