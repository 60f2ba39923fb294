import type { ExportCell, ExportTable } from "../core/export/export-table.ts";
import { type GroupSpan, groupSpans } from "../core/export/group-spans.ts";
import { signedText } from "./signed-text.ts";
import { type SheetCell, type TableSheet, tableSheetPart } from "./table-sheet.ts";
import { type CellLook, tableStyles } from "./table-styles.ts";
import { MOST_IN_A_CELL, SharedStrings, zipWorkbook } from "./workbook-zip.ts";

const NOTHING_FROZEN = { rows: 0, columns: 0 };
const HEADER_FROZEN = { rows: 1, columns: 0 };
const PLAIN: CellLook = { kind: "plain", isBold: false };
const BOLD: CellLook = { kind: "plain", isBold: true };
const HEADER: CellLook = { kind: "header", isBold: false };

/**
 * The table as an Excel workbook: the table itself, the locators and the codebook behind its cells where it has such, and what the export is about.
 * Text cells are typed text, so nothing in them is ever run; numbers and dates are what they are. The same table gives the same bytes.
 */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const strings = new SharedStrings();
  const sheets: readonly (readonly [string, TableSheet])[] = [
    [table.name, mainSheet(table)],
    ...(table.locators.length > 0 ? [["Locators", locatorSheet(table)] as const] : []),
    ...(table.codebook === undefined ? [] : [["Codebook", codebookSheet(table.codebook)] as const]),
    ["About", aboutSheet(table)],
  ];
  return zipWorkbook({
    title: table.title,
    sheets: sheets.map(([name, sheet]) => ({
      name,
      visibility: "visible",
      xml: tableSheetPart(sheet, strings),
      printedRows: sheet.frozen.rows,
    })),
    styles: tableStyles(),
    strings,
    isLocked: false,
  });
}

function mainSheet({ columns, rows }: ExportTable): TableSheet {
  const spans = groupSpans(columns);
  const groups = spans.length === 0 ? [] : [spans.map(groupCell)];
  const headerRow = groups.length + 1;
  return {
    widths: columns.map(({ width }) => width),
    rows: [
      ...groups,
      columns.map(({ header }) => cell(header, HEADER)),
      ...rows.map(({ cells }) => cells.map(tableCell)),
    ],
    frozen: { rows: headerRow, columns: columns.filter(({ isRowHeader }) => isRowHeader).length },
    filterRow: headerRow,
  };
}

function groupCell({ group, span }: GroupSpan): SheetCell {
  return { ...cell(span === 0 ? "" : group, HEADER), span };
}

function locatorSheet({ locators }: ExportTable): TableSheet {
  return listSheet(
    ["Respondent", "Variable", "Value", "Basis", "Locator"],
    [12, 30, 34, 16, 28],
    locators.map(({ respondent, variable, value, basis, locator }) => [respondent, variable, value, basis, locator]),
  );
}

function codebookSheet(codebook: NonNullable<ExportTable["codebook"]>): TableSheet {
  return listSheet(
    ["Question", "Variable", "Code", "Label", "Meaning", "Definition"],
    [12, 28, 24, 28, 18, 70],
    codebook.map(({ question, variable, code, label, meaning, definition }) => {
      return [question, variable, code, label, meaning, definition];
    }),
  );
}

function listSheet(
  headers: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): TableSheet {
  return {
    widths,
    rows: [headers.map((header) => cell(header, HEADER)), ...rows.map((row) => row.map((text) => cell(text, PLAIN)))],
    frozen: HEADER_FROZEN,
    filterRow: 1,
  };
}

function aboutSheet({ title, columns, metadata }: ExportTable): TableSheet {
  const named = columns.filter(({ header, name }) => header !== name);
  const entries = [...metadata, ...named.map(({ header, name }) => ({ name: `Column ${header}`, value: name }))];
  return {
    widths: [26, 90],
    rows: [
      [{ ...cell(title, { kind: "title", isBold: true }), span: 2 }],
      [],
      ...entries.map(({ name, value }) => [cell(name, BOLD), cell(value, PLAIN)]),
    ],
    frozen: NOTHING_FROZEN,
    filterRow: null,
  };
}

function tableCell(own: ExportCell): SheetCell {
  const { meaning, isDifferent: isBold, number, date } = own;
  if (number !== undefined) return cell(number, { kind: "number", isBold });
  if (date !== undefined) return cell(daysSinceExcelBegan(date), { kind: "date", isBold });
  return cell(signedText(own), { kind: meaning ?? "plain", isBold });
}

function cell(value: string | number, look: CellLook): SheetCell {
  return { value: typeof value === "string" ? fitting(value) : value, look };
}

// What no cell can hold goes out in part and says so, rather than not at all.
function fitting(text: string): string {
  if (text.length <= MOST_IN_A_CELL) return text;
  const said = ` … (${text.length} characters, more than a cell can hold)`;
  return `${text.slice(0, MOST_IN_A_CELL - said.length)}${said}`;
}

const DAY_MS = 86_400_000;

// Excel counts from 30 December 1899, so that its year 1900, which it takes for a leap year, comes out right from March on.
function daysSinceExcelBegan(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS);
}
