import type { Fault } from "../core/dataset/fault.ts";
import { columnLetters, type Grid } from "../core/dataset/grid.ts";
import { type CellRange, coverMerged, rangeOf } from "./merged-cells.ts";
import { readXml, type XmlTeller } from "./read-xml.ts";
import { readCell, type WrittenCell } from "./sheet-cell.ts";
import { SheetRows } from "./sheet-rows.ts";
import { isTrue, type ListedSheet, MAIN, stringTeller, type Workbook } from "./workbook-parts.ts";

export type SheetReading =
  | { readonly grid: Grid; readonly hidden: HiddenParts; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly grid?: never };

/** What of a sheet is read though its reader may not have seen it: rows by number, columns by letters. */
export interface HiddenParts {
  readonly rows: readonly number[];
  readonly columns: readonly string[];
}

// What a sound sheet never has more of: ranges as rows that are read, and columns of Excel.
const MOST_RANGES = 250_000;
const MOST_COLUMNS = 16_384;

/** Reads the cells of a sheet; `file` is what its faults name. The bytes read are told as it goes. */
export async function readSheet(
  file: string,
  sheet: ListedSheet,
  workbook: Workbook,
  onBytes: (bytes: number) => void,
): Promise<SheetReading> {
  const rows = new SheetRows(file);
  const merged: CellRange[] = [];
  const hidden: (readonly [first: number, last: number])[] = [];
  const cells = cellTeller(rows, workbook);
  const teller: XmlTeller = {
    open: (name, attribute) => {
      if (name === "row") rows.openRow(attribute("r"), isTrue(attribute("hidden")));
      else if (name === "mergeCell") {
        if (merged.push(rangeOf(attribute("ref"))) > MOST_RANGES)
          rows.refuse(`more than ${MOST_RANGES} merged cells`, "merged cells apart from each other");
      } else if (name === "col" && isTrue(attribute("hidden")) && hidden.length < MOST_COLUMNS)
        hidden.push([Number(attribute("min")) - 1, Number(attribute("max")) - 1]);
      else cells.open(name, attribute);
    },
    text: cells.text,
    close: (name) => {
      if (name === "row") rows.closeRow();
      else if (name === "sheetData") rows.end();
      else cells.close(name);
    },
  };
  const faults = await readXml(file, sheet.part, MAIN, teller, onBytes);
  if (faults.length > 0) return { faults };
  const covered = coverMerged(file, rows.rows, merged, rows.width);
  if (covered.faults !== undefined) return { faults: covered.faults };
  const columns = Array.from({ length: rows.width }, (_, column) => column).filter((column) =>
    hidden.some(([first, last]) => column >= first && column <= last),
  );
  return {
    grid: { file, name: sheet.name, rows: covered.rows },
    hidden: { rows: rows.hidden, columns: columns.map(columnLetters) },
  };
}

// The cell that is open, if one is, and the text that it gathers.
function cellTeller(rows: SheetRows, workbook: Workbook) {
  let cell: WrittenCell | null = null;
  let [column, value, isValue] = [0, "", false];
  const inline = stringTeller((text) => {
    value = text;
  });
  const closeCell = (written: WrittenCell): void => {
    const read = readCell(workbook, { ...written, value });
    if (read === null) rows.refuse(`${columnLetters(column)} with ${value.slice(0, 40)}`, "a value of the cell's type");
    if (read.kind !== "empty") rows.add(column, read);
  };
  return {
    open: (name: string, attribute: (name: string) => string): void => {
      if (name === "c") {
        column = rows.openCell(attribute("r"));
        [cell, value] = [{ type: attribute("t"), style: Number(attribute("s")), hasFormula: false, value: "" }, ""];
      } else if (cell === null) return;
      else if (name === "v") isValue = true;
      else if (name === "f") cell = { ...cell, hasFormula: true };
      else if (name === "is") inline.begin();
      else inline.open(name);
    },
    text: (text: string): void => {
      if (isValue) value += text;
      else inline.text(text);
    },
    close: (name: string): void => {
      if (cell === null) return;
      if (name === "v") isValue = false;
      else if (name === "is") inline.end();
      else if (name !== "c") inline.close(name);
      else {
        closeCell(cell);
        cell = null;
      }
    },
  };
}
