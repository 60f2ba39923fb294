import type { Fault } from "../core/dataset/fault.ts";
import { columnLetters, type Grid, type GridCell, type GridCellKind, type GridRow } from "../core/dataset/grid.ts";
import { serialText } from "./cell-date.ts";
import { mostOf, overLimit, wholeFileFault } from "./input-limits.ts";
import { type CellRange, type CellReference, cellReference, coverMerged, rangeOf } from "./merged-cells.ts";
import { readXml, XmlRefusal } from "./read-xml.ts";
import { isTrue, type ListedSheet, MAIN, stringTeller, unescaped, type Workbook } from "./workbook-parts.ts";

export type SheetReading =
  | { readonly grid: Grid; readonly hidden: HiddenParts; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly grid?: never };

/** What of a sheet is read though its reader may not have seen it: rows by number, columns by letters. */
export interface HiddenParts {
  readonly rows: readonly number[];
  readonly columns: readonly string[];
}

const EMPTY: GridCell = { text: "", kind: "empty" };

/** Reads the cells of a sheet; `file` is what its faults name. The bytes read are told as it goes. */
export async function readSheet(
  file: string,
  sheet: ListedSheet,
  workbook: Workbook,
  onBytes: (bytes: number) => void,
): Promise<SheetReading> {
  const reader = sheetReader(file, workbook);
  const faults = await readXml(file, sheet.part, MAIN, reader.teller, onBytes);
  if (faults.length > 0) return { faults };
  return reader.finish(sheet.name);
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly hasFormula: boolean;
  readonly value: string;
}

function sheetReader(file: string, workbook: Workbook) {
  const rows: GridRow[] = [];
  const merged: CellRange[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: (readonly [number, number])[] = [];
  let [rowNumber, isRowHidden, cellCount, rowCount, width] = [0, false, 0, 0, 0];
  let cells: GridCell[] = [];
  let cell: OpenCell | null = null;
  let nextColumn = 0;
  let isValue = false;
  const refuse = (found: string, expected: string): never => {
    throw new XmlRefusal([{ ...wholeFileFault(file, found, expected), row: rowNumber || null }]);
  };
  const inline = stringTeller((text) => {
    if (cell !== null) cell = { ...cell, value: text };
  });

  const openRow = (given: string, hidden: string): void => {
    const number = given === "" ? rowNumber + 1 : Number(given);
    if (!(number > rowNumber && number <= 1_048_576))
      refuse(`row ${given} after row ${rowNumber}`, "rows in their order");
    [rowNumber, isRowHidden, nextColumn, cells] = [number, isTrue(hidden), 0, []];
  };
  const openCell = (given: string, type: string, style: string): void => {
    const at: CellReference = given === "" ? { row: rowNumber, column: nextColumn } : cellReference(given);
    if (at.row !== rowNumber || !(at.column >= nextColumn && at.column < 16_384))
      refuse(`cell ${given} in row ${rowNumber}`, "each cell in its row, in their order");
    cell = { column: at.column, type, style: Number(style), hasFormula: false, value: "" };
    nextColumn = at.column + 1;
  };
  const closeCell = (): void => {
    if (cell === null) return;
    const read = readCell(workbook, cell);
    if (read === null) {
      refuse(`${columnLetters(cell.column)}${rowNumber} with ${cell.value.slice(0, 40)}`, "a cell of its own type");
    } else if (read.kind !== "empty") {
      const tooMuch = [
        ...overLimit("columns", file, cell.column + 1),
        ...overLimit("cellLength", `${file} ${columnLetters(cell.column)}${rowNumber}`, read.text.length),
      ];
      if (tooMuch.length > 0) throw new XmlRefusal(tooMuch);
      while (cells.length < cell.column) cells.push(EMPTY);
      cells.push(read);
    }
    cell = null;
  };
  const closeRow = (): void => {
    if (cells.length === 0) return;
    if (isRowHidden) hiddenRows.push(rowNumber);
    [rowCount, cellCount, width] = [rowCount + 1, cellCount + cells.length, Math.max(width, cells.length)];
    // Counted on to the end, so that the refusal can say how many there are.
    if (rowCount <= mostOf("rows") && cellCount <= mostOf("cells")) rows.push({ number: rowNumber, cells });
  };

  return {
    teller: {
      open: (name: string, attribute: (name: string) => string): void => {
        if (name === "c") openCell(attribute("r"), attribute("t"), attribute("s"));
        else if (name === "v") isValue = true;
        else if (name === "row") openRow(attribute("r"), attribute("hidden"));
        else if (name === "f" && cell !== null) cell = { ...cell, hasFormula: true };
        else if (name === "is") inline.begin();
        else if (name === "mergeCell") merged.push(rangeOf(attribute("ref")));
        else if (name === "col" && isTrue(attribute("hidden")))
          hiddenColumns.push([Number(attribute("min")) - 1, Number(attribute("max")) - 1]);
        else if (cell !== null) inline.open(name);
      },
      text: (text: string): void => {
        if (isValue && cell !== null) cell = { ...cell, value: cell.value + text };
        else inline.text(text);
      },
      close: (name: string): void => {
        if (name === "c") closeCell();
        else if (name === "v") isValue = false;
        else if (name === "row") closeRow();
        else if (name === "is") inline.end();
        else inline.close(name);
      },
    },
    finish: (name: string): SheetReading => {
      const tooMuch = [...overLimit("rows", file, rowCount), ...overLimit("cells", file, cellCount)];
      if (tooMuch.length > 0) return { faults: tooMuch };
      const covered = coverMerged(file, rows, merged, width);
      if (covered.faults !== undefined) return { faults: covered.faults };
      const columns = hiddenColumns.flatMap(([first, last]) => lettersBetween(first, Math.min(last, width - 1)));
      return { grid: { file, name, rows: covered.rows }, hidden: { rows: hiddenRows, columns } };
    },
  };
}

function lettersBetween(first: number, last: number): readonly string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => columnLetters(first + i));
}

// Null where the value does not fit the type.
function readCell(workbook: Workbook, { type, style, hasFormula, value }: OpenCell): GridCell | null {
  const plain = plainCell(workbook, type, style, value);
  return plain === null || !hasFormula ? plain : { text: plain.text, kind: "formula" };
}

function plainCell(
  { strings, dateFormats, isFrom1904 }: Workbook,
  type: string,
  style: number,
  value: string,
): GridCell | null {
  if (type === "s") return value === "" ? EMPTY : textCell(strings[Number(value)]);
  if (type === "inlineStr") return textCell(value);
  if (type === "str") return textCell(unescaped(value));
  if (value === "") return EMPTY;
  if (type === "b") return { text: isTrue(value) ? "TRUE" : "FALSE", kind: "boolean" };
  if (type === "e") return { text: value, kind: "error" };
  if (type === "d") return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " "), kind: "date" };
  const number = Number(value);
  if (!Number.isFinite(number) || value.trim() === "") return null;
  const format = dateFormats[style] ?? null;
  const date = format === null ? null : serialText(number, format, isFrom1904);
  return date === null ? { text: numberText(number), kind: "number" } : { text: date, kind: "date" };
}

function textCell(text: string | undefined): GridCell | null {
  if (text === undefined) return null;
  const kind: GridCellKind = text === "" ? "empty" : "text";
  return { text, kind };
}

// Fifteen digits are what Excel shows; a binary fraction's seventeenth would say 0.30000000000000004.
function numberText(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  if (!text.includes("e")) return text;
  return Math.abs(number) < 1 ? number.toFixed(20).replace(/\.?0+$/, "") : BigInt(Math.round(number)).toString();
}
