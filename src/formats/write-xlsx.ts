import writeXlsxFile, { type CellObject, type Feature, type Sheet } from "write-excel-file/universal";
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";
import { MEANINGS } from "../core/dataset/meanings.ts";
import type { ExportCell, ExportColumn, ExportTable } from "../core/export/export-table.ts";
import { signedText } from "./signed-text.ts";
import { tint } from "./tint.ts";
import { undateZip } from "./undate-zip.ts";
import { heldByXml } from "./workbook-xml.ts";

const FONT = { fontFamily: "Calibri", fontSize: 11 };
const HEADER_FILL = "#e9ecef";
const RULE = "#ced4da";
const SHEET_FILE = "xl/worksheets/sheet{id}.xml";

/**
 * The table as an Excel workbook: the table itself, the locators behind its cells where it has such, and what the export is about.
 * Text cells are typed text, so nothing in them is ever run; numbers are numbers. The same table gives the same bytes.
 */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array> {
  const filtered = [tableSheet(table), ...(table.locators.length > 0 ? [locatorSheet(table)] : [])];
  const headerRows = [hasGroups(table) ? 2 : 1, 1];
  const areas = filtered.map(({ data }, i) => ({ data, headerRow: headerRows[i] ?? 1 }));
  const blob = await writeXlsxFile([...filtered, aboutSheet(table)], {
    ...FONT,
    features: [autoFilter(areas)],
  }).toBlob();
  return undateZip(new Uint8Array(await blob.arrayBuffer()));
}

function tableSheet(table: ExportTable): Sheet<Blob> {
  const { columns, rows } = table;
  return {
    sheet: table.name,
    stickyRowsCount: hasGroups(table) ? 2 : 1,
    stickyColumnsCount: columns.filter(({ isRowHeader }) => isRowHeader).length,
    orientation: "landscape",
    columns: columns.map(({ width }) => ({ width })),
    data: [
      ...(hasGroups(table) ? [groupCells(columns)] : []),
      columns.map(({ header }) => headerCell(header)),
      ...rows.map(({ cells }) => cells.map(tableCell)),
    ],
  };
}

function hasGroups({ columns }: ExportTable): boolean {
  return columns.some(({ group }) => group !== undefined);
}

// A spanning cell is followed by an empty place for each column that it covers.
function groupCells(columns: readonly ExportColumn[]): (CellObject | null)[] {
  return columns.map(({ group = "" }, i) => {
    if (group !== "" && columns[i - 1]?.group === group) return null;
    const next = columns.findIndex((column, at) => at > i && column.group !== group);
    const columnSpan = group === "" ? 1 : (next === -1 ? columns.length : next) - i;
    return { ...headerCell(group), ...(columnSpan > 1 ? { columnSpan } : {}) };
  });
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

function tableCell(cell: ExportCell): CellObject {
  const { meaning, isDifferent, number } = cell;
  return {
    ...(number === undefined ? textCell(signedText(cell)) : numberCell(number)),
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
  const value = text in {} ? `${text}\u200b` : heldByXml(text);
  return { value, type: String, wrap: true, alignVertical: "top" };
}

function numberCell(value: number): CellObject {
  return { value, type: Number, alignVertical: "top" };
}

interface FilteredArea {
  readonly data: Sheet<Blob>["data"];
  /** The row, from 1, that holds the headers to filter by. */
  readonly headerRow: number;
}

function autoFilter(areas: readonly FilteredArea[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml, _, { sheetIndex }) => {
            const area = areas[sheetIndex];
            if (area === undefined) return xml;
            const { data, headerRow } = area;
            const end = getCellAddress(data.length - 1, (data.at(-1)?.length ?? 1) - 1);
            const filter = getSelfClosingTagMarkup("autoFilter", { ref: `A${headerRow}:${end}` });
            const order = getOrderOfSiblings(SHEET_FILE, "worksheet") ?? [];
            return insertElementMarkupAccordingToOrderOfSiblings(xml, filter, order, "worksheet");
          },
        },
      },
    },
  };
}
