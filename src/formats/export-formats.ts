import type { ExportTable } from "../core/export/export-table.ts";
import { writeCsv } from "./write-csv.ts";

/** A file format that a table can be exported to. */
export interface ExportFormat {
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Writes the table; the same table gives the same bytes. */
  readonly write: (table: ExportTable) => Promise<Uint8Array>;
}

/** The one table of export formats: menus, the command line's --format and file dialogs derive from it. */
export const EXPORT_FORMATS = {
  csv: {
    label: "CSV",
    extension: "csv",
    mediaType: "text/csv;charset=utf-8",
    write: async (table) => new TextEncoder().encode(writeCsv(table)),
  },
  xlsx: {
    label: "Excel workbook",
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    // Fetched when it is needed: the page shows its first screen without it.
    write: async (table) => (await import("./write-xlsx.ts")).writeXlsx(table),
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatId = keyof typeof EXPORT_FORMATS;

/** Every format's id, in the order of menus. */
export const EXPORT_FORMAT_IDS = Object.keys(EXPORT_FORMATS) as readonly ExportFormatId[];
