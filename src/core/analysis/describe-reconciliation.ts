import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { StatedCount } from "../dataset/resources.ts";
import { describeFilter } from "../query/describe-filter.ts";
import { parseFilter } from "../query/filter-text.ts";
import { vocabularyOf } from "../query/vocabulary.ts";
import type { Reconciliation } from "./reconcile.ts";

/** A stated count set against the data, in one sentence: The source prints “eleven”, we count 11 of 20. */
export function describeReconciliation({ statedCount, counted, of }: Reconciliation): string {
  const meant = MEANT[statedCount.relation](statedCount.value ?? 0);
  return `The source prints “${statedCount.printed}”${meant === "" ? "" : ` (${meant})`}, we count ${counted} of ${of}.`;
}

/** What a stated count counts, in words: "Use in smuggling found: Yes". */
export function describeCounted(dataset: Dataset, { variable, codes }: StatedCount): string {
  if (variable === "") return "Respondents";
  const index = indexOf(dataset);
  return `${index.variable(variable).label}: ${codes.map((code) => index.code(variable, code).label).join(" or ")}`;
}

/** Of whom a stated count counts, in words; empty where it counts all respondents. */
export function describeBase(dataset: Dataset, { base }: StatedCount): string {
  if (base === "") return "";
  const { filter } = parseFilter(base, vocabularyOf(dataset));
  return filter === undefined ? base : describeFilter(dataset, filter, "states");
}

// A number is its own meaning; a word says what it asks of the count.
const MEANT: Readonly<Record<StatedCount["relation"], (value: number) => string>> = {
  exactly: () => "",
  majority: () => "more than half",
  most: () => "more than half",
  several: () => "three or more",
  remaining: () => "all whom no other answer takes",
  "all-but": (value) => `all but ${value}`,
};
