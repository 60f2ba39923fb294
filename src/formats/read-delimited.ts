import Papa from "papaparse";
import type { Fault } from "../core/dataset/fault.ts";
import type { Grid, GridCell, GridRow } from "../core/dataset/grid.ts";
import { wholeFileFault } from "./input-limits.ts";
import { shapeFaults, shapeOf } from "./table-shape.ts";

const SEPARATORS = [",", ";", "\t"] as const;
const SAMPLE = 64 * 1024;

// Whatever the separator is: what stands in quotation marks says nothing of it.
const QUOTED_CELL = /(^|[,;\t\n])"(?:[^"]|"")*"/g;

export type Separator = (typeof SEPARATORS)[number];

export type DelimitedReading =
  | { readonly grid: Grid; readonly separator: Separator; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly grid?: never };

/**
 * Reads a delimited table (RFC 4180 with comma, semicolon or tab; lines ended by LF, CRLF or CR) as a grid of text.
 * The separator is the one that gives most of the first lines the same number of cells; a first line `sep=;`, as Excel writes it, says it outright.
 */
export function readDelimited(file: string, text: string): DelimitedReading {
  const lines = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const told = /^"?sep=([,;\t])"?\n/.exec(lines);
  const body = told === null ? lines : lines.slice(told[0].length);
  const separator = SEPARATORS.find((candidate) => candidate === told?.[1]) ?? likelySeparator(body);
  const faults = shapeFaults(file, shapeOf(body, separator));
  if (faults.length > 0) return { faults };
  const parsed = Papa.parse<string[]>(body, { delimiter: separator, newline: "\n", skipEmptyLines: false });
  if (parsed.errors.length > 0) return { faults: parsed.errors.map((error) => quoteFault(file, error)) };
  const rows = parsed.data.flatMap((cells, i) => gridRow(i + (told === null ? 1 : 2), cells));
  if (rows.length === 0) return { faults: [wholeFileFault(file, "no filled cell", "a table with a header row")] };
  return { grid: { file, name: file.replace(/^.*\//, "").replace(/\.[^.]*$/, ""), rows }, separator };
}

// Whichever gives most lines the same number of cells, a title above them apart; then whichever gives more cells.
function likelySeparator(text: string): Separator {
  const sample = text.length <= SAMPLE ? text : text.slice(0, Math.max(text.lastIndexOf("\n", SAMPLE), 1));
  const unquoted = sample.replaceAll(QUOTED_CELL, "$1");
  const scored = SEPARATORS.map((separator) => {
    const counts = shapeOf(unquoted, separator).firstCounts.filter((count) => count > 1);
    const agreeing = counts.map((count) => counts.filter((other) => other === count).length);
    const most = Math.max(0, ...agreeing);
    return { separator, most, columns: counts[agreeing.indexOf(most)] ?? 1 };
  });
  const [best] = scored.toSorted((a, b) => b.most - a.most || b.columns - a.columns);
  return best?.separator ?? ",";
}

function gridRow(number: number, cells: readonly string[]): readonly GridRow[] {
  const end = cells.findLastIndex((cell) => cell !== "");
  if (end === -1) return [];
  const kept = cells.slice(0, end + 1).map((text): GridCell => ({ text, kind: text === "" ? "empty" : "text" }));
  return [{ number, cells: kept }];
}

function quoteFault(file: string, { row, message }: Papa.ParseError): Fault {
  const expected = "cells separated alike, with quotation marks closed and doubled (RFC 4180)";
  return { ...wholeFileFault(file, message, expected), row: row === undefined ? null : row + 1 };
}
