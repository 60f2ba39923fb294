import { type CrossTabulation, crossTabulate } from "../../core/analysis/cross-tabulation.ts";
import { type Axis, type AxisValue, axisOf, STATE_PROPERTIES } from "../../core/analysis/crosstab-axis.ts";
import { type FisherResult, fisherOf } from "../../core/analysis/fisher-exact.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import {
  axisNotes,
  crossCellText,
  crosstabTable,
  fisherInWords,
  type ShownShare,
} from "../../core/export/crosstab-table.ts";
import { printFilter } from "../../core/query/filter-text.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { outgoingNaming, readStates, STATES_OPTIONS } from "./choice-arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { openPackage } from "./open-package.ts";
import { readWord } from "./read-option.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

const AXIS = `a variable, one code of it (variable:code), ${STATE_PROPERTIES.join(" or ")}`;

/** `ahq crosstab` */
export const crosstabCommand: Command = {
  usage: `crosstab [package] --rows AXIS --columns AXIS [--respondents LIST] [--where '<filter>'] [--shares none|row|column] [--fisher] ${TABLE_EXPORT_USAGE}`,
  summary: "two variables against each other, the states named in every cell",
  details: `An axis is ${AXIS}.\nWhat is missing has rows and columns of its own and no part in shares.`,
  options: {
    rows: { value: "AXIS", help: AXIS },
    columns: { value: "AXIS", help: "the same" },
    ...STATES_OPTIONS,
    shares: { value: "WORD", help: "none, row or column: n of N of the row or of the column instead of n" },
    fisher: { help: "Fisher's exact test of what is known" },
    ...TABLE_EXPORT_OPTIONS,
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const share = readWord(args, "shares", ["none", "row", "column"]);
    const form = readTableForm(args, surroundings);
    const [rowKey, columnKey] = [axisKey(args, "rows"), axisKey(args, "columns")];
    const dataset = await openPackage(args, surroundings);
    const tableOf = (own: Dataset): CrossTabulation => {
      const [rows, columns] = [readAxis(own, "rows", rowKey), readAxis(own, "columns", columnKey)];
      return crossTabulate(rows, columns, readStates(args, own));
    };
    const tested = (table: CrossTabulation) => (args.isGiven("fisher") ? fisherOf(table) : null);
    const table = tableOf(dataset);
    await writeInForm(args, surroundings, form, {
      reading: () => writeForReading(surroundings, table, share, tested(table)),
      json: () => plainTable(table, tested(table)),
      table: () => {
        const outgoing = outgoingNaming(args, dataset, args.list("respondents") ?? []);
        const open = tableOf(outgoing.dataset);
        const request = { table: open, share, fisher: tested(open), date: exportDate(surroundings) };
        return crosstabTable(outgoing, request);
      },
    });
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
  share: ShownShare,
  fisher: FisherResult | null,
): void {
  const { rows, columns, cells, rowTotals, columnTotals, respondents } = table;
  const headers = ["", ...columns.values.map(({ label }) => label), "All"];
  const body = rows.values.map((value, i) => {
    const own = (cells[i] ?? []).map((cell) => crossCellText(cell, share));
    return [value.label, ...own, String(rowTotals[i]?.respondents.length ?? 0)];
  });
  const totals = columnTotals.map((total) => String(total.respondents.length));
  writeTable(
    stdout,
    headers.map((header) => ({ header })),
    [...body, ["All", ...totals, String(respondents.length)]],
  );
  writeLine(stderr, `Rows: ${rows.label}. Columns: ${columns.label}. ${respondents.length} states.`);
  for (const axis of [rows, columns]) for (const note of axisNotes(axis)) writeLine(stderr, `${axis.label}: ${note}`);
  if (fisher !== null) writeLine(stderr, `Fisher's exact test: ${fisherInWords(fisher)}`);
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
