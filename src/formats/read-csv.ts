import Papa from "papaparse";
import type { Fault } from "../core/dataset/fault.ts";
import type { RawTable } from "../core/dataset/raw-package.ts";

export type ReadCsv =
  | { readonly table: RawTable; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly table?: never };

/** Reads a comma-separated file (RFC 4180, with or without BOM) into a raw table. Blank lines are passed over and keep their row numbers. */
export function readCsv(file: string, text: string): ReadCsv {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ",", skipEmptyLines: false });
  if (parsed.errors.length > 0) return { faults: parsed.errors.map((error) => csvFault(file, error)) };
  const [header, ...rows] = parsed.data.map((cells, i) => ({ number: i + 1, cells }));
  if (header === undefined || isBlank(header.cells))
    return { faults: [{ file, row: 1, column: "", found: "", expected: "a header row" }] };
  return { table: { file, header: header.cells, rows: rows.filter((row) => !isBlank(row.cells)) } };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 0 || (cells.length === 1 && cells[0] === "");
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
