import { printMapping } from "../core/collection/wide-mapping.ts";
import type { Outgoing } from "../core/export/outgoing.ts";
import { wideMappingOf, wideTable } from "../core/export/wide-table.ts";
import { writeCsv } from "./write-csv.ts";

/** The wide table of a package in comma-separated values. */
export function writeWide(outgoing: Outgoing): string {
  return writeCsv(wideTable(outgoing));
}

/** The mapping under which that table is read again as it was, as the text of its JSON file. */
export function writeWideMapping(outgoing: Outgoing): string {
  return printMapping(wideMappingOf(outgoing));
}
