import { type Reconciliation, reconcile } from "../analysis/reconcile.ts";
import { type ExportTable, numberCell, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** Every count that the source prints, set against what the data count. The day is YYYY-MM-DD. */
export function reconciliationTable(outgoing: Outgoing, date: string): ExportTable {
  const { audience, dataset } = outgoing;
  const reconciled = reconcile(dataset);
  const agreeing = reconciled.filter(({ agrees }) => agrees).length;
  return {
    name: "Reconciliation",
    title: audienceTitle(`Counts of the source and of the data: ${dataset.info.title}`, audience),
    columns: [
      { header: "Question", name: "Question", width: 11, isRowHeader: true },
      { header: "Counted", name: "What is counted", width: 36, isRowHeader: true },
      { header: "Printed", name: "As the source prints it", width: 16 },
      { header: "Stated", name: "What that says", width: 16 },
      { header: "Data", name: "Count of the data", width: 9 },
      { header: "Of", name: "Respondents of the base", width: 9 },
      { header: "Outcome", name: "Outcome", width: 50 },
      { header: "Place", name: "Place in the source", width: 14 },
    ],
    rows: reconciled.map((own) => {
      const { statedCount, counted, of } = own;
      const { question, printed, relation, value, locator } = statedCount;
      return {
        cells: [
          plainCell(question === "" ? "all" : question),
          plainCell(whatIsCounted(own)),
          plainCell(printed),
          plainCell(value === null ? relation : `${relation} ${value}`),
          numberCell(counted),
          numberCell(of),
          plainCell(outcome(own)),
          plainCell(locator),
        ],
        note: "",
      };
    }),
    locators: [],
    metadata: [
      { name: "Agreement", value: `${agreeing} of ${reconciled.length} stated counts agree with the data` },
      ...packageMetadata(outgoing, date),
    ],
  };
}

function whatIsCounted({ statedCount: { variable, codes, base } }: Reconciliation): string {
  const counted = variable === "" ? "respondents" : `${variable}: ${codes.join(", ")}`;
  return base === "" ? counted : `${counted} among ${base}`;
}

function outcome({ agrees, caveats }: Reconciliation): string {
  const told = caveats.map(({ what, handling }) => `${what} ${handling}`).join(" ");
  return [agrees ? "agrees" : "differs", told].filter((part) => part !== "").join(": ");
}
