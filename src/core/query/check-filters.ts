import type { Fault } from "../dataset/fault.ts";
import type { Place, RuleContext } from "../dataset/rules.ts";
import { isReservedKey, RESERVED_KEYS } from "./filter.ts";
import { describeFilterFault, parseFilter } from "./filter-text.ts";
import { type Vocabulary, vocabularyFrom } from "./vocabulary.ts";

/** The filters that stand in cells of a package (when of a tension, base of a stated count), read in the package's own vocabulary, and the ids that would hide a key of it. */
export function checkFilters(context: RuleContext): readonly Fault[] {
  const vocabulary = vocabularyOfKeys(context);
  return [...checkKeys(context), ...(vocabulary === null ? [] : checkCells(context, vocabulary))];
}

// A variable of that name could never be filtered by.
function checkKeys({ tables, place }: RuleContext): readonly Fault[] {
  const expected = `an id that no other key of a filter has (${Object.keys(RESERVED_KEYS).join(", ")})`;
  return tables.variables.flatMap(({ id }, i) =>
    isReservedKey(id) ? [{ ...place("variables", i), column: "id", found: id, expected }] : [],
  );
}

function checkCells({ tables, place }: RuleContext, vocabulary: Vocabulary): readonly Fault[] {
  const check = (at: ReturnType<Place>, column: string, found: string): readonly Fault[] => {
    const { fault } = parseFilter(found, vocabulary);
    return fault === undefined
      ? []
      : [{ ...at, column, found, expected: `a filter; ${describeFilterFault(fault, found)}` }];
  };
  return [
    ...tables["stated-counts"].flatMap(({ base }, i) => check(place("stated-counts", i), "base", base)),
    ...tables.tensions.flatMap(({ when }, i) => check(place("tensions", i), "when", when)),
  ];
}

// From the keys alone, so that a fault elsewhere in the row of a code or a respondent hides no fault of a filter; null where not every key is known.
function vocabularyOfKeys({ keysOf }: RuleContext): Vocabulary | null {
  const [variables, codes] = [keysOf("variables"), keysOf("codes")];
  const [respondents, questions] = [keysOf("respondents"), keysOf("questions")];
  if (variables === null || codes === null || respondents === null || questions === null) return null;
  return vocabularyFrom({
    variables: variables.map(([id = ""]) => ({ id })),
    codes: codes.map(([variable = "", code = ""]) => ({ variable, code, label: code })),
    respondents: respondents.map(([code = ""]) => ({ code, name: code })),
    questions: questions.map(([id = ""]) => ({ id, label: id })),
  });
}
