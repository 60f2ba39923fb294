import type { Fault } from "../../core/dataset/fault.ts";
import { counted } from "../../core/dataset/in-words.ts";
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

/** Writes every fault as a row of a table, and how many there are as a message. */
export function writeFaults(stdout: Output, stderr: Output, faults: readonly Fault[]): void {
  const rows = faults.map(({ file, row, column, found, expected }) => [
    file,
    String(row ?? ""),
    column,
    found,
    expected,
  ]);
  writeTable(stdout, COLUMNS, rows);
  writeLine(stderr, counted(faults.length, "fault"));
}
