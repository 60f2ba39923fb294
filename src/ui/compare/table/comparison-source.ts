import { compareRespondents } from "../../../core/analysis/compare-respondents.ts";
import { comparisonTable } from "../../../core/export/comparison-table.ts";
import { describeFilter } from "../../../core/query/describe-filter.ts";
import { printFilter } from "../../../core/query/filter-text.ts";
import { shownColumns, withKnownStates } from "../../shared/comparison-set.ts";
import type { ExportSource } from "../../shared/export/export-source.ts";
import type { View } from "../../shared/workspace.ts";

/** The comparison on screen as a table to export; all of it with the rows that do not differ as well. What is withheld is out before anything is compared, so that not even a majority or a group's share gives it away. */
export function comparisonSource({ comparison, filter, reading }: View): ExportSource {
  return {
    id: "comparison",
    label: "Comparison",
    fileName: "comparison",
    hasAll: comparison.onlyDifferences,
    make: (outgoing, scope, date) => {
      const { dataset } = outgoing;
      const set = withKnownStates(comparison, new Set(dataset.respondents.map(({ code }) => code)));
      return comparisonTable(outgoing, {
        isTransposed: set.isTransposed,
        comparison: compareRespondents(dataset, {
          columns: shownColumns(set),
          baseline: set.baseline,
          questions: [],
        }),
        onlyDifferences: set.onlyDifferences && scope === "view",
        filterInWords: describeFilter(dataset, filter, reading),
        filterText: printFilter(filter),
        date,
      });
    },
  };
}
