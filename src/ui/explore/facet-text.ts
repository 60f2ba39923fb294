import { guardFormula } from "../../core/dataset/formula-guard.ts";
import { type FacetOrder, orderFacetValues } from "../../core/query/facet-order.ts";
import type { Facet } from "../../core/query/facets.ts";
import type { Reading } from "../../core/query/filter.ts";

/** A facet as tab-separated values with a header, to be pasted into a spreadsheet; a code that the source gives to no one state says so in the place of its counts. */
export function facetText(facet: Facet, order: FacetOrder, reading: Reading): string {
  const rows = orderFacetValues(facet, order, reading).map(({ value, label, counts }) => {
    const counted = counts === null ? ["no state given", "no state given"] : [counts.respondents, counts.responses];
    return [label, value, ...counted];
  });
  const lines = [[facet.label, "Code", "States", "Responses"], ...rows];
  return lines.map((cells) => cells.map((cell) => inOneCell(String(cell))).join("\t")).join("\n");
}

function inOneCell(text: string): string {
  return guardFormula(text.replaceAll(/\s+/g, " "));
}
