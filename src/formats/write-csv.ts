import { guardFormula } from "../core/dataset/formula-guard.ts";
import type { ExportTable } from "../core/export/export-table.ts";

/** What a spreadsheet of some country expects of comma-separated values. */
export interface CsvOptions {
  readonly separator: "," | ";" | "\t";
  /** Whether a byte order mark says that the text is UTF-8; Excel needs it, most other programs do without. */
  readonly hasBom: boolean;
}

const PLAIN: CsvOptions = { separator: ",", hasBom: false };

/** The table as comma-separated values (RFC 4180, CRLF): header row, then its rows; text that a spreadsheet would run begins with an apostrophe. */
export function writeCsv({ columns, rows }: ExportTable, options: CsvOptions = PLAIN): string {
  const lines = [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells.map(({ text }) => text))];
  const text = lines.map((cells) => cells.map((cell) => csvField(cell, options)).join(options.separator));
  return `${options.hasBom ? "\ufeff" : ""}${text.map((line) => `${line}\r\n`).join("")}`;
}

function csvField(cell: string, { separator }: CsvOptions): string {
  const text = guardFormula(cell);
  const needsQuotes = /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim();
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
