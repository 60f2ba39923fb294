import type { Dataset } from "../dataset/dataset.ts";
import type { Fault } from "../dataset/fault.ts";
import { RESOURCES } from "../dataset/resources.ts";
import { describeFilterFault, parseFilter } from "./filter-text.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** The filters that stand in cells of a package (when of a tension, base of a stated count), checked in the package's own vocabulary. */
export function checkFilters(dataset: Dataset): readonly Fault[] {
  const vocabulary = vocabularyOf(dataset);
  const check = (file: string, column: string, row: number, found: string): readonly Fault[] => {
    const { fault } = parseFilter(found, vocabulary);
    return fault === undefined
      ? []
      : [{ file, row, column, found, expected: `a filter; ${describeFilterFault(fault)}` }];
  };
  return [
    ...dataset["stated-counts"].flatMap((count, i) =>
      check(RESOURCES["stated-counts"].file, "base", i + 2, count.base),
    ),
    ...dataset.tensions.flatMap((tension, i) => check(RESOURCES.tensions.file, "when", i + 2, tension.when)),
  ];
}
