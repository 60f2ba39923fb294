import type { CellRange, TemplateCell, TemplateRow, TemplateSheet } from "../core/collection/template-book.ts";
import { columnLetters } from "../core/dataset/grid.ts";
import { isWrapped, styleOf } from "./response-styles.ts";
import { sheetView, sheetXml } from "./workbook-sheet.ts";
import { element } from "./workbook-xml.ts";

const LINE_HEIGHT = 15;
const TITLE_HEIGHT = 20;

/** The part of one sheet: its cells, locked but for those to be filled in, with a drop-down where a cell has choices. */
export function sheetPart(sheet: TemplateSheet, stringOf: (text: string) => number): string {
  return sheetXml({
    view: sheetView(sheet.frozen, { showGridLines: 0 }),
    columns: sheet.columns.map(columnElement),
    rows: sheet.rows.map((row, i) => rowElement(sheet, row, i + 1, stringOf)),
    between: [
      // Heights and widths may be changed, so that long texts can be read.
      element("sheetProtection", { sheet: 1, objects: 1, scenarios: 1, formatColumns: 0, formatRows: 0 }),
      validations(sheet),
    ],
  });
}

function columnElement({ width, isHidden }: TemplateSheet["columns"][number], index: number): string {
  const range = { min: index + 1, max: index + 1, width };
  return element("col", { ...range, ...(isHidden ? { hidden: 1 } : {}), customWidth: 1 });
}

function rowElement(
  { columns }: TemplateSheet,
  row: TemplateRow,
  number: number,
  stringOf: (text: string) => number,
): string {
  const height = { ht: rowHeight(row, columns), customHeight: 1 };
  const cells = row.cells.map((cell, i) => cellElement(cell, `${columnLetters(i)}${number}`, stringOf));
  return element("row", { r: number, ...height, ...(row.isHidden ? { hidden: 1 } : {}) }, cells.join(""));
}

// Not every program makes a row as high as its text, so the lines are counted here. Excel allows 409 points.
function rowHeight({ cells, height }: TemplateRow, columns: TemplateSheet["columns"]): number {
  const lines = cells.map(({ text, look }, i) => (isWrapped(look) ? lineCount(text, columns[i]) : 1));
  const isTitle = cells.some(({ look }) => look === "title");
  return Math.min(409, Math.max(height ?? 0, LINE_HEIGHT * Math.max(1, ...lines), isTitle ? TITLE_HEIGHT : 0));
}

function lineCount(text: string, column: TemplateSheet["columns"][number] | undefined): number {
  if (column === undefined || column.isHidden) return 1;
  // A line of words holds a little more characters than digits, by which a column is measured.
  const perLine = Math.max(1, column.width * 1.05);
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
}

function cellElement({ text, look }: TemplateCell, address: string, stringOf: (text: string) => number): string {
  if (text === "") return look === "plain" ? "" : element("c", { r: address, s: styleOf(look) });
  return element("c", { r: address, s: styleOf(look), t: "s" }, element("v", {}, String(stringOf(text))));
}

function validations(sheet: TemplateSheet): string {
  const lists = [...cellsByChoices(sheet)].map(([formula, cells]) => {
    const attributes = {
      type: "list",
      allowBlank: 1,
      showErrorMessage: 1,
      errorTitle: "Not in the list",
      error: "Please choose one of the list, or leave the cell empty.",
      sqref: ranges(cells).join(" "),
    };
    return element("dataValidation", attributes, element("formula1", {}, formula));
  });
  return lists.length === 0 ? "" : element("dataValidations", { count: lists.length }, lists.join(""));
}

interface PlacedCell {
  readonly row: number;
  readonly column: number;
}

function cellsByChoices(sheet: TemplateSheet): ReadonlyMap<string, readonly PlacedCell[]> {
  const lists = new Map<string, PlacedCell[]>();
  sheet.rows.forEach(({ cells }, i) => {
    cells.forEach(({ choices }, column) => {
      if (choices === null) return;
      const formula = rangeFormula(choices);
      const placed = lists.get(formula) ?? [];
      lists.set(formula, [...placed, { row: i + 1, column }]);
    });
  });
  return lists;
}

function rangeFormula({ sheet, column, firstRow, lastRow }: CellRange): string {
  const letters = columnLetters(column);
  return `'${sheet.replaceAll("'", "''")}'!$${letters}$${firstRow}:$${letters}$${lastRow}`;
}

// Cells below each other are one range.
function ranges(cells: readonly PlacedCell[]): readonly string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { column: number; first: number; last: number }[] = [];
  for (const { row, column } of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run.column === column && run.last === row - 1) run.last = row;
    else runs.push({ column, first: row, last: row });
  }
  return runs.map(({ column, first, last }) => {
    const letters = columnLetters(column);
    return first === last ? `${letters}${first}` : `${letters}${first}:${letters}${last}`;
  });
}
