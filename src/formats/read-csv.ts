import Papa from "papaparse";
import type { Fault } from "../core/dataset/fault.ts";
import type { RawRow, RawTable, UnreadableTable } from "../core/dataset/raw-package.ts";
import { BLOCK_RECORDS, shapeFaults, shapeOf } from "./table-shape.ts";

/**
 * Reads a comma-separated file (RFC 4180, with or without BOM, lines ended by LF or CRLF) into a raw table. Blank lines are passed over and keep their row numbers.
 * What is wrong with the file is found at once; its rows are made as they are gone through.
 */
export function readCsv(file: string, text: string, delimiter = ","): RawTable | UnreadableTable {
  // One line end, given: where both occur, the parser would settle for one and join the lines of the other.
  const lines = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  if (lines.includes("\r") && !lines.includes("\n")) return { file, faults: [lineEndFault(file)] };
  const shape = shapeOf(lines, delimiter);
  const [fault, ...faults] = shapeFaults(file, shape);
  if (fault !== undefined) return { file, faults: [fault, ...faults] };
  const blocks = shape.blocks.map((start, i) => lines.slice(start, shape.blocks[i + 1]));
  const [header = []] = recordsOf(blocks[0] ?? "", delimiter);
  if (isBlank(header)) return { file, faults: [{ file, row: 1, column: "", found: "", expected: "a header row" }] };
  return { file, header, rows: { [Symbol.iterator]: () => rowsOf(blocks, delimiter) } };
}

// Block by block: whoever makes something of its own from each row needs no more of them at a time.
function* rowsOf(blocks: readonly string[], delimiter: string): Generator<RawRow> {
  for (const [block, text] of blocks.entries()) {
    for (const [i, cells] of recordsOf(text, delimiter).entries()) {
      const number = block * BLOCK_RECORDS + i + 1;
      if (number > 1 && !isBlank(cells)) yield { number, cells };
    }
  }
}

function recordsOf(lines: string, delimiter: string): readonly (readonly string[])[] {
  // The parser takes a BOM from the start of whatever it is given, and a block may begin with one that is part of a cell.
  const kept = lines.startsWith("\ufeff") ? `\ufeff${lines}` : lines;
  const { data, errors } = Papa.parse<string[]>(kept, { delimiter, newline: "\n", skipEmptyLines: false });
  const [error] = errors;
  if (error !== undefined) throw new Error(`papaparse refuses what has the shape of a table: ${error.message}`);
  return data;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 0 || (cells.length === 1 && cells[0] === "");
}

function lineEndFault(file: string): Fault {
  return { file, row: 1, column: "", found: "lines ended by CR alone", expected: "lines ended by LF or CRLF" };
}
