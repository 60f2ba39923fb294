import { compareRespondents } from "../../core/analysis/compare-respondents.ts";
import { stateColumns } from "../../core/analysis/comparison-columns.ts";
import { comparisonTable } from "../../core/export/comparison-table.ts";
import { describeFilter } from "../../core/query/describe-filter.ts";
import { printFilter } from "../../core/query/filter-text.ts";
import type { ExportSource } from "../shared/export/export-source.ts";
import type { View } from "../shared/workspace.ts";

/** The comparison on screen as a table to export; all of it with the rows that do not differ as well. What is withheld is out before anything is compared, so that not even a majority gives it away. */
export function comparisonSource({ comparison, filter, reading }: View): ExportSource {
  return {
    id: "comparison",
    label: "Comparison",
    fileName: "comparison",
    hasAll: comparison.onlyDifferences,
    make: (outgoing, scope, date) => {
      const { dataset } = outgoing;
      const known = new Set(dataset.respondents.map(({ code }) => code));
      const respondents = comparison.respondents.filter((code) => known.has(code));
      const baseline = respondents.find((code) => code === comparison.baseline) ?? null;
      return comparisonTable(outgoing, {
        isTransposed: false,
        comparison: compareRespondents(dataset, { columns: stateColumns(respondents), baseline, questions: [] }),
        onlyDifferences: comparison.onlyDifferences && scope === "view",
        filterInWords: describeFilter(dataset, filter, reading),
        filterText: printFilter(filter),
        date,
      });
    },
  };
}
