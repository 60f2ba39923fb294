import type { Dataset } from "../../src/core/dataset/dataset.ts";
import { countFacet } from "../../src/core/query/facets.ts";
import type { Filter } from "../../src/core/query/filter.ts";

/** The counts of responses of every value of these keys under a filter, as the workbench counts them. */
export function countResponses(dataset: Dataset, filter: Filter, keys: readonly string[]): number[][] {
  return keys.map((key) =>
    countFacet(dataset, filter, "responses", key).values.map(({ counts }) => counts?.responses ?? 0),
  );
}
