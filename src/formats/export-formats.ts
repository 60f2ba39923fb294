import type { ExportTable } from "../core/export/export-table.ts";
import type { Orientation } from "../core/export/page-orientation.ts";
import { type CsvOptions, writeCsv } from "./write-csv.ts";

/** What an analyst can choose of a file beside its content. */
export interface ExportOptions extends CsvOptions {
  readonly orientation: Orientation;
}

/** Options for whoever chooses nothing. */
export const DEFAULT_OPTIONS: ExportOptions = { separator: ",", hasBom: false, orientation: "auto" };

/** What a form of file is called, and what can be chosen of it. */
export interface ExportForm {
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether its bytes are nothing for a terminal. */
  readonly isBinary: boolean;
  /** Which of the options make a difference to it. */
  readonly options: readonly (keyof ExportOptions)[];
}

/** A file format that a table can be written in. */
interface ExportFormat extends ExportForm {
  readonly mediaType: string;
  /** Writes the table; the same table and options give the same bytes. */
  readonly write: (table: ExportTable, options: ExportOptions) => Promise<Uint8Array>;
}

/** The one table of the formats that are written here. */
export const EXPORT_FORMATS = {
  xlsx: {
    label: "Excel workbook",
    extension: "xlsx",
    isBinary: true,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    // What is large is fetched when it is needed: the page shows its first screen without it.
    options: [],
    write: async (table) => (await import("./write-xlsx.ts")).writeXlsx(table),
  },
  docx: {
    label: "Word document",
    extension: "docx",
    isBinary: true,
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    options: ["orientation"],
    write: async (table, { orientation }) => (await import("./write-docx.ts")).writeDocx(table, orientation),
  },
  html: {
    label: "Web page for printing",
    extension: "html",
    isBinary: false,
    mediaType: "text/html;charset=utf-8",
    options: ["orientation"],
    write: async (table, { orientation }) => encoded((await import("./write-html.ts")).writeHtml(table, orientation)),
  },
  md: {
    label: "Markdown",
    extension: "md",
    isBinary: false,
    mediaType: "text/markdown;charset=utf-8",
    options: [],
    write: async (table) => encoded((await import("./write-markdown.ts")).writeMarkdown(table)),
  },
  csv: {
    label: "CSV",
    extension: "csv",
    isBinary: false,
    mediaType: "text/csv;charset=utf-8",
    options: ["separator", "hasBom"],
    write: async (table, options) => encoded(writeCsv(table, options)),
  },
  tsv: {
    label: "Tab-separated values",
    extension: "tsv",
    isBinary: false,
    mediaType: "text/tab-separated-values;charset=utf-8",
    options: ["hasBom"],
    write: async (table, { hasBom }) => encoded(writeCsv(table, { separator: "\t", hasBom })),
  },
  json: {
    label: "JSON",
    extension: "json",
    isBinary: false,
    mediaType: "application/json",
    options: [],
    write: async (table) => encoded((await import("./write-json.ts")).writeJson(table)),
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatId = keyof typeof EXPORT_FORMATS;

/** Every form of file that a table can be exported to: menus and the command line's --format derive from it. A PDF is printed by a browser from the HTML. */
export const EXPORT_FORMS: Readonly<Record<ExportFormatId | "pdf", ExportForm>> = {
  ...EXPORT_FORMATS,
  pdf: { label: "PDF", extension: "pdf", isBinary: true, options: ["orientation"] },
};

export type ExportFormId = keyof typeof EXPORT_FORMS;

/** Every form's id, in the order of menus. */
export const EXPORT_FORM_IDS: readonly ExportFormId[] = ["xlsx", "docx", "pdf", "html", "md", "csv", "tsv", "json"];

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
