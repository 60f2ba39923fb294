import type { HostPower } from "../../../api/contract.ts";
import type { ExportTable } from "../../../core/export/export-table.ts";
import { EXPORT_FORMATS } from "../../../formats/export-formats.ts";
import { saveFile } from "../save-file.ts";
import type { ExportChoice } from "./export-choice.ts";
import { printReport } from "./print-report.ts";

/** Saves a table in the chosen format, and its metadata beside it where that was asked for. Where it went: a path, or a name where the browser keeps the path to itself; null where the analyst cancelled. */
export async function saveTable(
  table: ExportTable,
  { format, options, withMetadata }: ExportChoice,
  name: string,
  powers: readonly HostPower[],
): Promise<string | null> {
  if (format === "pdf") {
    const { htmlReport } = await import("../../../formats/write-html.ts");
    return await printReport(htmlReport(table, options.orientation), name, powers);
  }
  const { mediaType, write, options: known } = EXPORT_FORMATS[format];
  const path = await saveFile(powers, name, mediaType, new Uint8Array(await write(table, options)));
  if (path === null && powers.includes("save-file")) return null;
  if (withMetadata && known.some((option) => option === "hasBom")) {
    const { writeMetadata } = await import("../../../formats/write-json.ts");
    const metadata = new TextEncoder().encode(writeMetadata(table));
    await saveFile(powers, `${name}.metadata.json`, "application/json", metadata);
  }
  return path ?? name;
}
