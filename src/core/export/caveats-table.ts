import { type ExportTable, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** The known oddities of the source and of the coding, each with how it was handled. The day is YYYY-MM-DD. */
export function caveatsTable(outgoing: Outgoing, date: string): ExportTable {
  const { audience, dataset } = outgoing;
  return {
    name: "Caveats",
    title: audienceTitle(`Caveats: ${dataset.info.title}`, audience),
    columns: [
      { header: "About", name: "What it is about", width: 26, isRowHeader: true },
      { header: "What is odd", name: "What is odd", width: 50 },
      { header: "Handling", name: "How it was handled", width: 50 },
      { header: "Place", name: "Place in the source", width: 14 },
    ],
    rows: dataset.caveats.map(({ about, what, handling, locator }) => ({
      cells: [about, what, handling, locator].map(plainCell),
      note: "",
    })),
    locators: [],
    metadata: packageMetadata(outgoing, date),
  };
}
