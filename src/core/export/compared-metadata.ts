import type { Dataset } from "../dataset/dataset.ts";
import type { MetadataEntry } from "./export-table.ts";

/** Of which states an analysis is: how many of how many, and which. */
export function comparedStates(dataset: Dataset, respondents: readonly string[]): MetadataEntry {
  return {
    name: "States",
    value: `${respondents.length} of ${dataset.respondents.length}: ${respondents.join(", ")}`,
  };
}
