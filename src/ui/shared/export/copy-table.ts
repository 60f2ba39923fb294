import type { ExportTable } from "../../../core/export/export-table.ts";
import { writeClipboardHtml } from "../../../formats/write-clipboard-html.ts";
import { writeCsv } from "../../../formats/write-csv.ts";

/** Puts a table on the clipboard twice over: as a formatted table for Word, as tab-separated values for Excel and everything else. */
export async function copyTable(table: ExportTable): Promise<void> {
  const html = writeClipboardHtml(table);
  const text = writeCsv(table, { separator: "\t", hasBom: false });
  const item = new ClipboardItem({
    "text/html": new Blob([html], { type: "text/html" }),
    "text/plain": new Blob([text], { type: "text/plain" }),
  });
  await navigator.clipboard.write([item]);
}
