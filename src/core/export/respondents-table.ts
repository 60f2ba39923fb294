import { selectedRespondents } from "../query/evaluate.ts";
import { valueLabel } from "../query/vocabulary.ts";
import { type ExportTable, numberCell, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { outgoingSelection, type ResultExport, resultMetadata } from "./selection-metadata.ts";

/** The states that a filter lets pass, with what classifies them. */
export function respondentsTable(outgoing: Outgoing, request: ResultExport): ExportTable {
  const { audience, dataset } = outgoing;
  return {
    name: "States",
    title: audienceTitle(`States: ${dataset.info.title}`, audience),
    columns: [
      { header: "Code", name: "Code as EU texts print it", width: 10, isRowHeader: true },
      { header: "State", name: "State", width: 24 },
      { header: "Region", name: "Region of Europe", width: 26 },
      { header: "Membership", name: "Membership of the EU at the query's date", width: 16 },
      { header: "Joined", name: "Year of joining the EU or its predecessors", width: 10 },
      { header: "Dissemination", name: "Wider dissemination of the response", width: 16 },
    ],
    rows: selectedRespondents(dataset, outgoingSelection(outgoing, request)).map(
      ({ code, name, region, membership, joined_eu, dissemination }) => ({
        cells: [
          plainCell(code),
          plainCell(name),
          plainCell(valueLabel(dataset, "region", region)),
          plainCell(valueLabel(dataset, "membership", membership)),
          joined_eu === null ? plainCell("") : numberCell(joined_eu),
          plainCell(dissemination),
        ],
        note: "",
      }),
    ),
    locators: [],
    metadata: resultMetadata(outgoing, request),
  };
}
