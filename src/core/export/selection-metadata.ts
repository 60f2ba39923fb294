import type { Dataset } from "../dataset/dataset.ts";
import { describeFilter } from "../query/describe-filter.ts";
import { evaluate, type Selection } from "../query/evaluate.ts";
import type { Filter, Reading } from "../query/filter.ts";
import { printFilter } from "../query/filter-text.ts";
import type { MetadataEntry } from "./export-table.ts";
import type { Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** What a table of the current result is made of: a filter over what may go out, and the day as YYYY-MM-DD. */
export interface ResultExport {
  readonly filter: Filter;
  readonly reading: Reading;
  readonly date: string;
}

/** What the filter lets pass of what may go out. */
export function outgoingSelection({ dataset }: Outgoing, { filter, reading }: ResultExport): Selection {
  return evaluate(dataset, filter, reading);
}

/** What every table of a result says of itself: the filter in words and as text, n of N, how silence is shown, and the package behind it. */
export function resultMetadata(outgoing: Outgoing, request: ResultExport): readonly MetadataEntry[] {
  const { dataset } = outgoing;
  const { respondents, responses } = outgoingSelection(outgoing, request);
  const counted = [
    `${respondents.count} of ${dataset.respondents.length} states`,
    `${responses.count} of ${dataset.responses.length} responses`,
  ];
  return [
    { name: "Filter", value: filterInWords(dataset, request) },
    { name: "Counted", value: counted.join(", ") },
    { name: "Non-answers", value: SILENCE_IN_WORDS },
    ...packageMetadata(outgoing, request.date),
  ];
}

/** How non-answers stand in every export. */
const SILENCE_IN_WORDS =
  "Shown in words and counted apart: not mentioned, no information and remarks are never counted as a no, and a code that the source gives to no one state has no count.";

function filterInWords(dataset: Dataset, { filter, reading }: ResultExport): string {
  const text = printFilter(filter);
  const words = describeFilter(dataset, filter, reading);
  return text === "" ? words : `${words} (${text}, read of ${reading})`;
}
