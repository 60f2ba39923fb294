import type { FoundTension } from "../analysis/tensions.ts";
import { type ExportTable, numberCell, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** The declared tensions with the states whose answers are in them, those that hold of none included. */
export function tensionsTable(outgoing: Outgoing, found: readonly FoundTension[], date: string): ExportTable {
  const { audience, dataset } = outgoing;
  return {
    name: "Tensions",
    title: audienceTitle(`Tensions among answers: ${dataset.info.title}`, audience),
    columns: [
      { header: "Tension", name: "Tension", width: 24, isRowHeader: true },
      { header: "Questions", name: "Questions", width: 12 },
      { header: "n", name: "Number of states", width: 6 },
      { header: "States", name: "States", width: 24 },
      { header: "Why", name: "Why it is worth asking about", width: 48 },
      { header: "When", name: "When it holds, as a filter", width: 32 },
    ],
    rows: found.map(({ tension, respondents, questions }) => ({
      cells: [
        plainCell(tension.id),
        plainCell(questions.join(", ")),
        numberCell(respondents.length),
        plainCell(respondents.join(", ")),
        plainCell(tension.why),
        plainCell(tension.when),
      ],
      note: tension.locator.replaceAll(/; ?/g, " and "),
    })),
    locators: [],
    metadata: packageMetadata(outgoing, date),
  };
}
