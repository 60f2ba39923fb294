import { type CrossTabulation, crossTabulate } from "../../core/analysis/cross-tabulation.ts";
import { type Axis, type AxisValue, axisOf, STATE_PROPERTIES } from "../../core/analysis/crosstab-axis.ts";
import { type FisherResult, fisherOf } from "../../core/analysis/fisher-exact.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { printFilter } from "../../core/query/filter-text.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { readStates, readWord, STATES_OPTIONS } from "./choice-arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

const AXIS = `a variable, one code of it (variable:code), ${STATE_PROPERTIES.join(" or ")}`;

/** `ahq crosstab` */
export const crosstabCommand: Command = {
  usage:
    "crosstab [package] --rows AXIS --columns AXIS [--respondents LIST] [--where '<filter>'] [--shares row|column] [--fisher]",
  summary: "two variables against each other, the states named in every cell",
  details: `An axis is ${AXIS}.\nWhat is missing has rows and columns of its own and no part in shares.`,
  options: {
    rows: { value: "AXIS", help: AXIS },
    columns: { value: "AXIS", help: "the same" },
    ...STATES_OPTIONS,
    shares: { value: "row|column", help: "n of N of the row, or of the column, instead of n" },
    fisher: { help: "Fisher's exact test of what is known" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const shares = args.text("shares") === null ? null : readWord(args, "shares", ["row", "column"]);
    const [rowKey, columnKey] = [axisKey(args, "rows"), axisKey(args, "columns")];
    const dataset = await openPackage(args, surroundings);
    const [rows, columns] = [readAxis(dataset, "rows", rowKey), readAxis(dataset, "columns", columnKey)];
    const table = crossTabulate(rows, columns, readStates(args, dataset));
    const fisher = args.isGiven("fisher") ? fisherOf(table) : null;
    if (args.isGiven("json")) printJson(surroundings.stdout, plainTable(table, fisher));
    else writeForReading(surroundings, table, shares, fisher);
    return 0;
  },
};

function axisKey(args: Arguments, option: string): string {
  const key = args.text(option);
  if (key === null) throw new UsageError(`crosstab needs --${option}: ${AXIS}`);
  return key;
}

function readAxis(dataset: Dataset, option: string, key: string): Axis {
  const axis = axisOf(dataset, key);
  if (axis !== null) return axis;
  const variables = dataset.variables.map(({ id }) => id).join(", ");
  throw new InputError(`--${option} ${key}: expected ${AXIS}; the variables of ${dataset.info.name} are ${variables}`);
}

function writeForReading(
  { stdout, stderr }: Surroundings,
  table: CrossTabulation,
  shares: "row" | "column" | null,
  fisher: FisherResult | null,
): void {
  const { rows, columns, cells, rowTotals, columnTotals, respondents } = table;
  const headers = ["", ...columns.values.map(({ label }) => label), "All"];
  const body = rows.values.map((value, i) => {
    const own = (cells[i] ?? []).map((cell) => {
      const share = shares === "row" ? cell.rowShare : shares === "column" ? cell.columnShare : null;
      const count = share === null ? String(cell.respondents.length) : `${share.n} of ${share.of}`;
      return named(count, cell.respondents);
    });
    return [value.label, ...own, String(rowTotals[i]?.respondents.length ?? 0)];
  });
  const totals = columnTotals.map((total) => String(total.respondents.length));
  writeTable(
    stdout,
    headers.map((header) => ({ header })),
    [...body, ["All", ...totals, String(respondents.length)]],
  );
  writeLine(stderr, `Rows: ${rows.label}. Columns: ${columns.label}. ${respondents.length} states.`);
  for (const line of notes(table)) writeLine(stderr, line);
  if (fisher !== null) writeLine(stderr, fisherWords(fisher));
}

function named(count: string, respondents: readonly string[]): string {
  return respondents.length === 0 ? count : `${count}: ${respondents.join(", ")}`;
}

function notes({ rows, columns }: CrossTabulation): readonly string[] {
  return [rows, columns].flatMap(({ label, isMultiple, noStateGiven }) => [
    ...(isMultiple ? [`${label}: a state counts under each of its codes, and once in the totals.`] : []),
    ...(noStateGiven.length > 0 ? [`${label}: the source names no state for ${noStateGiven.join(", ")}.`] : []),
  ]);
}

function fisherWords(fisher: FisherResult): string {
  return fisher.kind === "refused"
    ? `Fisher's exact test: ${fisher.why}`
    : `Fisher's exact test, two-sided: p = ${fisher.p.toPrecision(4)}, n = ${fisher.n}. ${fisher.warning}`;
}

function plainTable(table: CrossTabulation, fisher: FisherResult | null): object {
  const { rows, columns, cells, rowTotals, columnTotals, respondents } = table;
  const plainAxis = ({ key, label, values, noStateGiven }: Axis, totals: CrossTabulation["rowTotals"]) => ({
    key,
    label,
    values: values.map((value, i) => ({ ...plainValue(value), ...totals[i] })),
    noStateGiven,
  });
  return {
    respondents,
    rows: plainAxis(rows, rowTotals),
    columns: plainAxis(columns, columnTotals),
    cells: rows.values.flatMap((row, i) =>
      columns.values.map((column, j) => {
        const cell = cells[i]?.[j];
        return (
          cell && {
            row: row.id,
            column: column.id,
            n: cell.respondents.length,
            ...cell,
            filter: printFilter(cell.filter),
          }
        );
      }),
    ),
    ...(fisher === null ? {} : { fisher }),
  };
}

function plainValue({ id, label, kind, meaning }: AxisValue): object {
  return { id, label, missing: kind === "missing", meaning };
}
