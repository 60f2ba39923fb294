import { MEANINGS } from "../core/dataset/meanings.ts";
import type { ExportCell } from "../core/export/export-table.ts";

/** Stands before the text of a cell that differs, so that neither colour nor weight has to say it. */
const DIFFERENCE_SIGN = "≠";

/** The words of a cell with the signs of what it says: "≠ ● Yes". */
export function signedText({ text, meaning, isDifferent }: ExportCell): string {
  const signs = [isDifferent ? DIFFERENCE_SIGN : "", meaning === null ? "" : MEANINGS[meaning].sign];
  return [...signs.filter((sign) => sign !== ""), text].join(" ");
}
