import { saySummary, summarizeColumns } from "../../core/analysis/column-summary.ts";
import type { Comparison, ComparisonCell, ComparisonRow } from "../../core/analysis/compare-respondents.ts";
import { columnName } from "../../core/analysis/comparison-columns.ts";
import { sayMajority } from "../../core/analysis/majority-words.ts";
import { findInRow } from "../../core/analysis/row-findings.ts";
import { sayFinding } from "../../core/analysis/row-sentences.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { baselineName, comparisonGrid, comparisonTable } from "../../core/export/comparison-table.ts";
import type { ExportTable } from "../../core/export/export-table.ts";
import { describeFilter } from "../../core/query/describe-filter.ts";
import { printFilter } from "../../core/query/filter-text.ts";
import { signedText } from "../../formats/signed-text.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { outgoingNaming } from "./choice-arguments.ts";
import { UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { COMPARISON_OPTIONS, checkComparison, comparisonOf, namedRespondents } from "./compare-choice.ts";
import { exportDate } from "./export-date.ts";
import { readFilter } from "./filter-arguments.ts";
import { openPackage } from "./open-package.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

/** `ahq compare` */
export const compareCommand: Command = {
  usage: `compare [package] [--respondents BE,CZ,DE] [--groups region|membership] [--group NAME=FILTER]… [--questions 3.1,3.4] [--baseline BE] [--differences] [--transpose] [--sentences] ${TABLE_EXPORT_USAGE}`,
  summary: "states and groups side by side, differences marked",
  details: [
    "Without --format, and without a file name that says one, a table for reading.",
    "A file leaves out states that withheld wider dissemination, unless it goes to the network alone.",
  ].join("\n"),
  options: {
    ...COMPARISON_OPTIONS,
    differences: { help: "only what differs" },
    transpose: { help: "states and groups as rows" },
    sentences: { help: "say below the table who stands alone, and in how many questions each column differs" },
    ...TABLE_EXPORT_OPTIONS,
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    checkComparison(args);
    const form = readTableForm(args, surroundings);
    const dataset = await openPackage(args, surroundings);
    await writeInForm(args, surroundings, form, {
      reading: () => writeForReading(args, surroundings, dataset),
      json: () => plainComparison(args, dataset),
      table: () => {
        if (args.isGiven("sentences")) throw new UsageError("--sentences are for reading and --json: a table has none");
        return exportedTable(args, surroundings, dataset);
      },
    });
    return 0;
  },
};

function writeForReading(args: Arguments, { stdout, stderr }: Surroundings, dataset: Dataset): void {
  const comparison = comparisonOf(args, dataset);
  const shown = { comparison, ...shape(args) };
  const { columns, rows } = comparisonGrid(dataset, shown);
  writeTable(
    stdout,
    columns.map(({ header }) => ({ header })),
    rows.map(({ cells }) => cells.map(signedText)),
  );
  if (args.isGiven("sentences")) for (const line of sentenceLines(dataset, comparison, shown)) writeLine(stdout, line);
  const differing = comparison.rows.filter(({ differs }) => differs).length;
  const measure = baselineName(comparison) ?? "the majority";
  writeLine(stderr, `${differing} of ${comparison.rows.length} variables differ; ≠ marks what differs from ${measure}`);
}

function shape(args: Arguments): { readonly onlyDifferences: boolean; readonly isTransposed: boolean } {
  return { onlyDifferences: args.isGiven("differences"), isTransposed: args.isGiven("transpose") };
}

function sentenceLines(
  dataset: Dataset,
  comparison: Comparison,
  { onlyDifferences }: { readonly onlyDifferences: boolean },
): readonly string[] {
  const rows = comparison.rows.filter(({ differs }) => differs || !onlyDifferences);
  const ofRows = rows.flatMap((row) => {
    const { question, label } = row.variable;
    return [
      `${question} ${label}. ${sayMajority(dataset, row)}.`,
      ...sentencesOf(dataset, row).map((sentence) => `  ${sentence}.`),
    ];
  });
  const names = new Map(comparison.columns.map((column) => [column.id, columnName(column)]));
  const ofColumns = summarizeColumns(comparison).map((summary) => {
    const where = summary.differs.length === 0 ? "" : `: ${summary.differs.join(", ")}`;
    return `${names.get(summary.column)}. ${saySummary(summary)}${where}.`;
  });
  return ["", ...ofRows, "", ...ofColumns];
}

function sentencesOf(dataset: Dataset, row: ComparisonRow): readonly string[] {
  return findInRow(dataset, row).map((finding) => sayFinding(dataset, row.variable, finding));
}

function plainComparison(args: Arguments, dataset: Dataset): object {
  const comparison = comparisonOf(args, dataset);
  const groups = comparison.columns.filter((column) => column.kind === "group");
  const rows = comparison.rows.filter(({ differs }) => differs || !args.isGiven("differences"));
  return {
    columns: comparison.columns.map(({ id }) => id),
    groups: groups.map(({ id, name, respondents }) => ({ id, name, respondents })),
    baseline: comparison.baseline,
    rows: rows.map((row) => plainRow(dataset, row)),
    summary: summarizeColumns(comparison).map((summary) => ({ ...summary, sentence: saySummary(summary) })),
  };
}

function plainRow(dataset: Dataset, row: ComparisonRow): object {
  const { variable, cells, differs, missing, majority } = row;
  const plain = Object.entries(cells).map(([column, cell]) => [column, plainCell(cell)] as const);
  return {
    variable: variable.id,
    label: variable.label,
    cells: Object.fromEntries(plain),
    differs,
    majority,
    missing,
    sentences: sentencesOf(dataset, row),
  };
}

function plainCell(cell: ComparisonCell): object {
  if (cell.kind === "state") {
    const { answer, codes, meaning, isComparable, stands } = cell;
    return { answer, codes, meaning, comparable: isComparable, stands };
  }
  const { tally, missing, majority, stands } = cell;
  return { tally, missing, majority, stands };
}

function exportedTable(args: Arguments, surroundings: Surroundings, dataset: Dataset): ExportTable {
  const outgoing = outgoingNaming(args, dataset, namedRespondents(args));
  const filter = readFilter(args, outgoing.dataset);
  return comparisonTable(outgoing, {
    comparison: comparisonOf(args, outgoing.dataset),
    ...shape(args),
    filterInWords: describeFilter(outgoing.dataset, filter, "states"),
    filterText: printFilter(filter),
    date: exportDate(surroundings),
  });
}
