import type { ExportTable } from "../core/export/export-table.ts";

/** The table as JSON, for programs: its columns, rows of cells with their meaning, the places in the source, and what the export is about. */
export function writeJson({ title, columns, rows, locators, metadata }: ExportTable): string {
  const json = {
    title,
    metadata: Object.fromEntries(metadata.map(({ name, value }) => [name, value])),
    columns: columns.map(({ header, name, isRowHeader = false, group = null }) => ({
      header,
      name,
      isRowHeader,
      group,
    })),
    rows: rows.map(({ cells, note }) => ({
      note,
      cells: cells.map(({ text, meaning, isDifferent, number = null }) => ({ text, meaning, isDifferent, number })),
    })),
    locators,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** What an export of bare data says of itself in a file beside it. */
export function writeMetadata({ title, columns, metadata }: ExportTable): string {
  const named = columns.map(({ header, name }) => [header, name]);
  const entries = metadata.map(({ name, value }) => [name, value]);
  return `${JSON.stringify({ title, metadata: Object.fromEntries(entries), columns: Object.fromEntries(named) }, null, 2)}\n`;
}
