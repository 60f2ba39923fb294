import { indicatorMetadata } from "../core/export/indicator-metadata.ts";
import { indicatorTable } from "../core/export/indicator-table.ts";
import type { Outgoing } from "../core/export/outgoing.ts";

/** The indicators as comma-separated values: a header row, lines ended by LF, a missing cell empty. Ids and numbers alone: nothing in it needs quotation marks. */
export function writeIndicators({ dataset }: Outgoing): string {
  const { cases, columns } = indicatorTable(dataset);
  const header = ["case", ...columns.map(({ name }) => name)];
  const rows = cases.map((own, i) => [own, ...columns.map(({ indicators }) => indicators[i] ?? "")]);
  return [header, ...rows].map((cells) => `${cells.join(",")}\n`).join("");
}

/** What goes beside the table, which it names, as JSON. */
export function writeIndicatorMetadata(outgoing: Outgoing, date: string, table: string): string {
  return `${JSON.stringify(indicatorMetadata(outgoing, table, date), null, 2)}\n`;
}
