import type { Dataset } from "../dataset/dataset.ts";
import { type Indicator, indicatorValue } from "./indicator.ts";

/** What to make a truth table of (Ragin 1987). */
export interface TruthTableChoice {
  readonly respondents: readonly string[];
  /** One to `MOST_CONDITIONS`. */
  readonly conditions: readonly Indicator[];
  readonly outcome: Indicator;
  readonly missing: MissingRule;
}

/** With k conditions a truth table has 2^k rows: beyond this no query has cases enough for a single one of them. */
export const MOST_CONDITIONS = 12;

export const MISSING_RULES = {
  drop: "States of which a condition or the outcome is missing are left out, and named.",
  bounds:
    "States of which something is missing are counted both ways: the least and the greatest consistency that any value of what is missing could give.",
} as const;

export type MissingRule = keyof typeof MISSING_RULES;

export interface TruthTable extends Pick<TruthTableChoice, "conditions" | "outcome" | "missing"> {
  /** The rows that have a case, or could have one; in order of their number. */
  readonly rows: readonly TruthTableRow[];
  /** How many of all combinations have no case and could have none: logical remainders. */
  readonly remainders: number;
  /** States of which everything is known. */
  readonly complete: readonly string[];
  /** States of which something is missing, and what. */
  readonly incomplete: readonly { readonly respondent: string; readonly missing: readonly Indicator[] }[];
}

export interface TruthTableRow {
  /** From 1 to 2^k, as R's QCA package numbers rows: the conditions read as a binary number, and one. */
  readonly number: number;
  readonly values: readonly (0 | 1)[];
  readonly verdict: Verdict;
  /** States of which all conditions are known and are these; null where the outcome is missing, which only bounds have. */
  readonly cases: readonly { readonly respondent: string; readonly outcome: 0 | 1 | null }[];
  /** States that could belong here, as some of their conditions are missing; only bounds have them. */
  readonly possible: readonly string[];
  /** The share of cases with the outcome; its least and its greatest value where something is missing. */
  readonly consistency: { readonly least: number; readonly greatest: number };
}

/** What a row's cases come to. */
export type Verdict =
  /** All have the outcome, whatever is missing. */
  | "outcome"
  /** None has it, whatever is missing. */
  | "no-outcome"
  /** Known cases of one row contradict each other. */
  | "contradiction"
  /** It depends on what is missing. */
  | "open";

/** Sorts states by their combination of conditions, and says how consistently each combination goes with the outcome. */
export function makeTruthTable(dataset: Dataset, choice: TruthTableChoice): TruthTable {
  const { conditions, outcome, missing } = choice;
  if (conditions.length === 0 || conditions.length > MOST_CONDITIONS)
    throw new Error(`a truth table has 1 to ${MOST_CONDITIONS} conditions, not ${conditions.length}`);
  const all = choice.respondents.map((respondent) => caseOf(dataset, choice, respondent));
  const isComplete = ({ values, outcome: own }: Case): boolean => own !== null && !values.includes(null);
  const counted = missing === "drop" ? all.filter(isComplete) : all;
  const numbers = [...new Set(counted.flatMap(({ values }) => numbersOf(values)))].sort((a, b) => a - b);
  return {
    conditions,
    outcome,
    missing,
    rows: numbers.map((number) => rowOf(number, conditions.length, counted)),
    remainders: 2 ** conditions.length - numbers.length,
    complete: all.filter(isComplete).map(({ respondent }) => respondent),
    incomplete: all
      .filter((own) => !isComplete(own))
      .map(({ respondent, values, outcome: own }) => ({
        respondent,
        missing: [...conditions.filter((_, i) => values[i] === null), ...(own === null ? [outcome] : [])],
      })),
  };
}

interface Case {
  readonly respondent: string;
  readonly values: readonly (0 | 1 | null)[];
  readonly outcome: 0 | 1 | null;
}

function caseOf(dataset: Dataset, { conditions, outcome }: TruthTableChoice, respondent: string): Case {
  return {
    respondent,
    values: conditions.map((condition) => indicatorValue(dataset, condition, respondent)),
    outcome: indicatorValue(dataset, outcome, respondent),
  };
}

// The rows to which a case could belong: one, or two for each condition that is missing.
function numbersOf(values: readonly (0 | 1 | null)[]): readonly number[] {
  const before = values.reduce<readonly number[]>(
    (numbers, value) =>
      numbers.flatMap((number) => (value === null ? [number * 2, number * 2 + 1] : [number * 2 + value])),
    [0],
  );
  return before.map((number) => number + 1);
}

function rowOf(number: number, width: number, counted: readonly Case[]): TruthTableRow {
  const here = counted.filter(({ values }) => numbersOf(values).includes(number));
  const cases = here.filter(({ values }) => !values.includes(null));
  const possible = here.filter(({ values }) => values.includes(null));
  const consistency = boundsOf(cases, possible);
  const known = new Set(cases.map(({ outcome }) => outcome));
  return {
    number,
    values: Array.from({ length: width }, (_, i) => (((number - 1) >> (width - 1 - i)) & 1) as 0 | 1),
    verdict: known.has(0) && known.has(1) ? "contradiction" : verdictOf(consistency),
    cases: cases.map(({ respondent, outcome }) => ({ respondent, outcome })),
    possible: possible.map(({ respondent }) => respondent),
    consistency,
  };
}

function verdictOf({ least, greatest }: TruthTableRow["consistency"]): Verdict {
  if (least === 1) return "outcome";
  return greatest === 0 ? "no-outcome" : "open";
}

/** Over all values of what is missing that leave the row a case at all. */
function boundsOf(cases: readonly Case[], possible: readonly Case[]): TruthTableRow["consistency"] {
  // Against the outcome: what could belong here and lack it does, what could have it belongs elsewhere. For it: the other way round.
  const against = [...cases, ...possible.filter(({ outcome }) => outcome !== 1)];
  const inFavour = [...cases, ...possible.filter(({ outcome }) => outcome !== 0)];
  const having = cases.filter(({ outcome }) => outcome === 1).length;
  const lacking = cases.filter(({ outcome }) => outcome === 0).length;
  return {
    least: against.length === 0 ? 1 : having / against.length,
    greatest: inFavour.length === 0 ? 0 : 1 - lacking / inFavour.length,
  };
}
