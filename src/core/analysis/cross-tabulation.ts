import type { Filter } from "../query/filter.ts";
import type { Axis, AxisValue } from "./crosstab-axis.ts";

/** Two axes over some states: how many, and which, stand under each pair of values. */
export interface CrossTabulation {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly respondents: readonly string[];
  /** By row and column, in the order of the axes' values. */
  readonly cells: readonly (readonly CrossCell[])[];
  readonly rowTotals: readonly AxisTotal[];
  readonly columnTotals: readonly AxisTotal[];
}

export interface CrossCell {
  readonly respondents: readonly string[];
  /** n of N of the row's states that are known on the other axis; null for a missing column. */
  readonly rowShare: Share | null;
  /** n of N of the column's states that are known on the other axis; null for a missing row. */
  readonly columnShare: Share | null;
  /** Lets just these states pass, of all states of the dataset. */
  readonly filter: Filter;
}

export interface Share {
  readonly n: number;
  readonly of: number;
}

/** The states under one value, and how many of them are not missing on the other axis. */
export interface AxisTotal {
  readonly respondents: readonly string[];
  readonly known: number;
}

/** Counts states by two axes. A state under several values of a multiple variable counts in each of them, and once in totals. */
export function crossTabulate(rows: Axis, columns: Axis, respondents: readonly string[]): CrossTabulation {
  const rowTotals = rows.values.map((value) => totalOf(value, columns, respondents));
  const columnTotals = columns.values.map((value) => totalOf(value, rows, respondents));
  const cells = rows.values.map((row, i) =>
    columns.values.map((column, j) => {
      const here = respondents.filter((code) => row.holds(code) && column.holds(code));
      return {
        respondents: here,
        rowShare: column.kind === "missing" ? null : { n: here.length, of: rowTotals[i]?.known ?? 0 },
        columnShare: row.kind === "missing" ? null : { n: here.length, of: columnTotals[j]?.known ?? 0 },
        filter: { terms: [...row.terms, ...column.terms] },
      };
    }),
  );
  return { rows, columns, respondents, cells, rowTotals, columnTotals };
}

function totalOf(value: AxisValue, other: Axis, respondents: readonly string[]): AxisTotal {
  const own = respondents.filter(value.holds);
  const isKnown = (respondent: string): boolean =>
    other.values.some((at) => at.kind === "value" && at.holds(respondent));
  return { respondents: own, known: own.filter(isKnown).length };
}
