import type { Fault } from "../dataset/fault.ts";
import type { Tables } from "../dataset/resources.ts";
import type { Place } from "../dataset/rules.ts";
import type { TableCheck } from "../dataset/validate-package.ts";
import { isReservedKey, RESERVED_KEYS } from "./filter.ts";
import { describeFilterFault, parseFilter } from "./filter-text.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** The filters that stand in cells of a package (when of a tension, base of a stated count), checked in the package's own vocabulary. */
export const FILTER_CHECK: TableCheck = {
  needs: ["respondents", "questions", "variables", "codes"],
  check: (tables, place) => [...checkKeys(tables, place), ...checkCells(tables, place)],
};

// A variable of that name could never be filtered by.
function checkKeys({ variables }: Tables, place: Place): readonly Fault[] {
  const expected = `an id that no other key of a filter has (${Object.keys(RESERVED_KEYS).join(", ")})`;
  return variables.flatMap(({ id }, i) =>
    isReservedKey(id) ? [{ ...place("variables", i), column: "id", found: id, expected }] : [],
  );
}

function checkCells(tables: Tables, place: Place): readonly Fault[] {
  const vocabulary = vocabularyOf(tables);
  const check = (at: ReturnType<Place>, column: string, found: string): readonly Fault[] => {
    const { fault } = parseFilter(found, vocabulary);
    return fault === undefined ? [] : [{ ...at, column, found, expected: `a filter; ${describeFilterFault(fault)}` }];
  };
  return [
    ...tables["stated-counts"].flatMap(({ base }, i) => check(place("stated-counts", i), "base", base)),
    ...tables.tensions.flatMap(({ when }, i) => check(place("tensions", i), "when", when)),
  ];
}
