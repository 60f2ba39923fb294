import type { Fault } from "../../core/dataset/fault.ts";
import { counted } from "../../core/dataset/in-words.ts";
import type { ExportTable } from "../../core/export/export-table.ts";
import { plainTable } from "../../core/export/plain-table.ts";
import { type Output, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = [
  { header: "File" },
  { header: "Row", isNumber: true },
  { header: "Column" },
  { header: "Found" },
  { header: "Expected" },
];

/** A fault with its documented keys, in their order, whatever else it may come to hold. */
export function plainFault({ file, row, column, found, expected }: Fault): Fault {
  return { file, row, column, found, expected };
}

/** The faults of a file as a table to export. */
export function faultsTable(path: string, faults: readonly Fault[], date: string): ExportTable {
  const metadata = [
    { name: "File", value: path },
    { name: "Faults", value: String(faults.length) },
    { name: "Exported", value: date },
  ];
  return plainTable({
    name: "Faults",
    title: `Faults of ${path}`,
    columns: COLUMNS,
    rows: faults.map(cellsOf),
    metadata,
  });
}

function cellsOf({ file, row, column, found, expected }: Fault): readonly string[] {
  return [file, String(row ?? ""), column, found, expected];
}

/** Writes every fault as a row of a table, and how many there are as a message. */
export function writeFaults(stdout: Output, stderr: Output, faults: readonly Fault[]): void {
  writeTable(stdout, COLUMNS, faults.map(cellsOf));
  writeLine(stderr, counted(faults.length, "fault"));
}
