import { type FacetOrder, orderFacetValues } from "../query/facet-order.ts";
import { countFacets } from "../query/facets.ts";
import { codebookOf } from "./codebook.ts";
import { type ExportRow, type ExportTable, numberCell, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { type ResultExport, resultMetadata } from "./selection-metadata.ts";

/** How facets are exported: of which result, and in which order their values stand. */
export interface FacetsExport extends ResultExport {
  readonly order: FacetOrder;
}

/** Every facet with its counts under a filter, zeros included; a code that the source gives to no one state says so in the place of a count. */
export function facetsTable(outgoing: Outgoing, request: FacetsExport): ExportTable {
  const { audience, dataset } = outgoing;
  const facets = countFacets(dataset, request.filter, request.reading);
  return {
    name: "Counts",
    title: audienceTitle(`Counts by variable: ${dataset.info.title}`, audience),
    columns: [
      { header: "Question", name: "Question", width: 11, isRowHeader: true },
      { header: "Variable", name: "Variable", width: 28, isRowHeader: true },
      { header: "Value", name: "Value", width: 28, isRowHeader: true },
      { header: "States", name: "States", width: 14 },
      { header: "Responses", name: "Responses", width: 14 },
    ],
    rows: facets.flatMap((facet) =>
      orderFacetValues(facet, request.order, request.reading).map(({ label: value, counts }): ExportRow => {
        const counted =
          counts === null
            ? [plainCell("no state given"), plainCell("no state given")]
            : [numberCell(counts.respondents), numberCell(counts.responses)];
        return {
          cells: [plainCell(facet.question ?? ""), plainCell(facet.label), plainCell(value), ...counted],
          note: "",
        };
      }),
    ),
    locators: [],
    metadata: resultMetadata(outgoing, request),
    codebook: codebookOf(dataset),
  };
}
