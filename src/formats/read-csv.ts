import Papa from "papaparse";
import type { Fault } from "../core/dataset/fault.ts";
import type { RawTable, UnreadableTable } from "../core/dataset/raw-package.ts";
import { shapeFaults, shapeOf } from "./table-shape.ts";

/** Reads a comma-separated file (RFC 4180, with or without BOM, lines ended by LF or CRLF) into a raw table. Blank lines are passed over and keep their row numbers. */
export function readCsv(file: string, text: string, delimiter = ","): RawTable | UnreadableTable {
  // One line end, given: where both occur, the parser would settle for one and join the lines of the other.
  const lines = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const unfit =
    lines.includes("\r") && !lines.includes("\n") ? [lineEndFault(file)] : shapeFaults(file, shapeOf(lines, delimiter));
  const [first, ...others] = unfit;
  if (first !== undefined) return { file, faults: [first, ...others] };
  const parsed = Papa.parse<string[]>(lines, { delimiter, newline: "\n", skipEmptyLines: false });
  const [fault, ...faults] = parsed.errors.map((error) => csvFault(file, error));
  if (fault !== undefined) return { file, faults: [fault, ...faults] };
  const [header, ...rows] = parsed.data.map((cells, i) => ({ number: i + 1, cells }));
  if (header === undefined || isBlank(header.cells))
    return { file, faults: [{ file, row: 1, column: "", found: "", expected: "a header row" }] };
  return { file, header: header.cells, rows: rows.filter((row) => !isBlank(row.cells)) };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 0 || (cells.length === 1 && cells[0] === "");
}

function lineEndFault(file: string): Fault {
  return { file, row: 1, column: "", found: "lines ended by CR alone", expected: "lines ended by LF or CRLF" };
}

function csvFault(file: string, error: Papa.ParseError): Fault {
  return {
    file,
    row: error.row === undefined ? null : error.row + 1,
    column: "",
    found: error.message,
    expected: "comma-separated values with quotation marks closed and doubled (RFC 4180)",
  };
}
