import { facetsTable } from "../../../core/export/facets-table.ts";
import { matrixTable } from "../../../core/export/matrix-table.ts";
import { responsesTable } from "../../../core/export/responses-table.ts";
import type { ResultExport } from "../../../core/export/selection-metadata.ts";
import { EMPTY_FILTER } from "../../../core/query/filter.ts";
import type { View } from "../workspace.ts";
import type { ExportScope, ExportSource } from "./export-source.ts";

/** The current result as tables to export: its responses, the matrix of its answers, the counts of every variable. All of them without the filter as well. */
export function resultSources({ filter, reading }: View): {
  readonly responses: ExportSource;
  readonly matrix: ExportSource;
  readonly counts: ExportSource;
} {
  const hasAll = filter.terms.length > 0;
  const request = (scope: ExportScope, date: string): ResultExport => {
    return { filter: scope === "all" ? EMPTY_FILTER : filter, reading, date };
  };
  return {
    responses: {
      id: "responses",
      label: "Responses",
      fileName: "responses",
      hasAll,
      make: (outgoing, scope, date) => responsesTable(outgoing, request(scope, date)),
    },
    matrix: {
      id: "matrix",
      label: "Answers by state",
      fileName: "answers",
      hasAll,
      make: (outgoing, scope, date) => matrixTable(outgoing, request(scope, date)),
    },
    counts: {
      id: "counts",
      label: "Counts by variable",
      fileName: "counts",
      hasAll,
      make: (outgoing, scope, date) => facetsTable(outgoing, { ...request(scope, date), order: "codebook" }),
    },
  };
}
