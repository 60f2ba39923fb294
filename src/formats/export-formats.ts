import type { ExportTable } from "../core/export/export-table.ts";
import { type CsvOptions, writeCsv } from "./write-csv.ts";

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
  xlsx: {
    label: "Excel workbook",
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    // What is large is fetched when it is needed: the page shows its first screen without it.
    write: async (table) => (await import("./write-xlsx.ts")).writeXlsx(table),
  },
  docx: {
    label: "Word document",
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: async (table) => (await import("./write-docx.ts")).writeDocx(table),
  },
  html: {
    label: "Web page for printing",
    extension: "html",
    mediaType: "text/html;charset=utf-8",
    write: async (table) => encoded((await import("./write-html.ts")).writeHtml(table)),
  },
  md: {
    label: "Markdown",
    extension: "md",
    mediaType: "text/markdown;charset=utf-8",
    write: async (table) => encoded((await import("./write-markdown.ts")).writeMarkdown(table)),
  },
  csv: {
    label: "CSV",
    extension: "csv",
    mediaType: "text/csv;charset=utf-8",
    write: async (table) => encoded(writeCsv(table)),
  },
  tsv: {
    label: "Tab-separated values",
    extension: "tsv",
    mediaType: "text/tab-separated-values;charset=utf-8",
    write: async (table) => encoded(writeCsv(table, TAB_SEPARATED)),
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatId = keyof typeof EXPORT_FORMATS;

/** Every format's id, in the order of menus. */
export const EXPORT_FORMAT_IDS = Object.keys(EXPORT_FORMATS) as readonly ExportFormatId[];

const TAB_SEPARATED: CsvOptions = { separator: "\t", hasBom: false };

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
