import type { CrossTabulation } from "./cross-tabulation.ts";

/** Fisher's exact test (1934; for r x c tables Freeman & Halton 1951), or why there is none. */
export type FisherResult =
  | { readonly kind: "tested"; readonly p: number; readonly n: number; readonly warning: string }
  | { readonly kind: "refused"; readonly why: string };

/** Tests the known part of a cross-tabulation: the two-sided probability of a table as unlikely as this one or more so, under its own margins. */
export function fisherOf({ rows, columns, respondents, cells }: CrossTabulation): FisherResult {
  const [rowAt, columnAt] = [rows, columns].map(({ values }) =>
    values.flatMap(({ kind }, i) => (kind === "value" ? [i] : [])),
  );
  const table = (rowAt ?? []).map((i) => (columnAt ?? []).map((j) => cells[i]?.[j]?.respondents.length ?? 0));
  const isTwice = [rows, columns].some(({ values }) =>
    respondents.some((code) => values.filter((value) => value.holds(code)).length > 1),
  );
  if (isTwice)
    return {
      kind: "refused",
      why: "A state stands under several values; test one code at a time, such as tools:maltego.",
    };
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const p = fisherExact(table);
  if (p === null) return { kind: "refused", why: "The table is too large to be tested exactly." };
  return { kind: "tested", p, n, warning: fisherWarning(n) };
}

function fisherWarning(n: number): string {
  return `${n === 1 ? "One hand-picked state is" : `${n} hand-picked states are`} no sample: nobody drew them by chance, so that this says nothing of other states, and little of these.`;
}

// What a page can enumerate without a halt.
const MOST_TABLES = 1_000_000;

// Tables as likely as the observed one count although their figures differ in the last bits; R allows the same.
const TIE = 1 + 1e-7;

/** The exact two-sided p of a table of counts; 1 where nothing can vary, null where there are too many tables with its margins. */
export function fisherExact(table: readonly (readonly number[])[]): number | null {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0)).filter((sum) => sum > 0);
  const width = Math.max(0, ...table.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  const factorials = logFactorials(n);
  const log = (count: number): number => factorials[count] ?? 0;
  const sumOfLogs = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + log(count), 0);
  const margins = sumOfLogs(rows) + sumOfLogs(columns) - log(n);
  const observed = Math.exp(margins - sumOfLogs(table.flat()));
  const likelihoods = enumerate(
    rows,
    columns.filter((sum) => sum > 0),
    log,
  );
  if (likelihoods === null) return null;
  const all = likelihoods.map((own) => Math.exp(margins - own));
  return Math.min(
    1,
    all.filter((own) => own <= observed * TIE).reduce((sum, own) => sum + own, 0),
  );
}

/** For each table with these margins the sum of the logarithms of its cells' factorials; null where there are too many. */
function enumerate(
  rows: readonly number[],
  columns: readonly number[],
  log: (count: number) => number,
): readonly number[] | null {
  const found: number[] = [];
  // Fills the table cell by cell: what is left of each column, of this row, and the logarithms so far.
  const fill = (row: number, column: number, left: readonly number[], ofRow: number, sum: number): boolean => {
    if (found.length > MOST_TABLES) return false;
    if (row === rows.length - 1) {
      found.push(left.reduce((total, count) => total + log(count), sum));
      return true;
    }
    const available = left[column] ?? 0;
    if (column === left.length - 1) {
      if (ofRow > available) return true;
      return fill(row + 1, 0, left.with(column, available - ofRow), rows[row + 1] ?? 0, sum + log(ofRow));
    }
    for (let count = 0; count <= Math.min(available, ofRow); count++)
      if (!fill(row, column + 1, left.with(column, available - count), ofRow - count, sum + log(count))) return false;
    return true;
  };
  if (rows.length === 0) return [0];
  return fill(0, 0, columns, rows[0] ?? 0, 0) && found.length <= MOST_TABLES ? found : null;
}

function logFactorials(n: number): readonly number[] {
  const logs = [0];
  for (let count = 1; count <= n; count++) logs.push((logs[count - 1] ?? 0) + Math.log(count));
  return logs;
}
