import type { ExportTable } from "../../../src/core/export/export-table.ts";
import { writeDocx } from "../../../src/formats/write-docx.ts";
import { writeXlsx } from "../../../src/formats/write-xlsx.ts";

/** Our writers, as the program itself calls them. */
export const writers: Readonly<Record<"ours" | "ours-docx", (table: ExportTable) => Promise<Uint8Array>>> = {
  ours: (table) => writeXlsx(table),
  "ours-docx": (table) => writeDocx(table),
};
