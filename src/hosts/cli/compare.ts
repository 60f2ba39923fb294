import { extname } from "node:path";
import { type Comparison, type ComparisonRow, compareRespondents } from "../../core/analysis/compare-respondents.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { comparisonTable, exportCell } from "../../core/export/comparison-table.ts";
import { outgoingTo } from "../../core/export/outgoing.ts";
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS, type ExportFormatId } from "../../formats/export-formats.ts";
import { signedText } from "../../formats/signed-text.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { known, QUESTIONS_OPTION, readQuestions, respondentCodes } from "./choice-arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { openPackage } from "./open-package.ts";
import { jsonText } from "./print-json.ts";
import type { Surroundings } from "./surroundings.ts";
import { writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";
import { writeOutputFile } from "./write-output-file.ts";

type Format = ExportFormatId | "json";

const FORMATS: readonly Format[] = [...EXPORT_FORMAT_IDS, "json"];

/** `ahq compare` */
export const compareCommand: Command = {
  usage:
    "compare [package] --respondents BE,CZ,DE [--questions 3.1,3.4] [--baseline BE] [--differences] [--format csv|xlsx|json] [--out FILE [--force]] [--for-the-network]",
  summary: "states side by side, differences marked",
  details: [
    "Without --format, and without a file name that says one, a table for reading.",
    "CSV and XLSX leave out states that withheld wider dissemination, unless they go to the network alone.",
  ].join("\n"),
  options: {
    respondents: { value: "LIST", help: "codes of the states, in the order of the columns" },
    ...QUESTIONS_OPTION,
    baseline: { value: "STATE", help: "mark differences from this state instead of from the majority" },
    differences: { help: "only what differs" },
    format: { value: "FORMAT", help: `one of ${FORMATS.join(", ")}` },
    out: { value: "FILE", help: "write to this file instead of stdout" },
    "for-the-network": { help: "with the states that withheld wider dissemination; the file says so" },
    force: { help: "replace the file where it is there already" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const format = readFormat(args, surroundings);
    const dataset = await openPackage(args, surroundings);
    if (format === null) writeForReading(args, surroundings, dataset);
    else if (format === "json") await writeResult(args, surroundings, new TextEncoder().encode(jsonOf(args, dataset)));
    else await writeResult(args, surroundings, await exported(args, surroundings, dataset, format));
    return 0;
  },
};

function readFormat(args: Arguments, { stdout }: Surroundings): Format | null {
  if (args.text("respondents") === null)
    throw new UsageError("compare needs --respondents, such as --respondents BE,CZ");
  const out = args.text("out");
  const given = args.text("format") ?? (args.isGiven("json") ? "json" : out === null ? null : extname(out).slice(1));
  const format = given === null ? null : (FORMATS.find((known) => known === given.toLowerCase()) ?? undefined);
  if (format === undefined) {
    const where =
      args.text("format") === null
        ? `--out ${out}: no format is known by this name; give --format`
        : `--format ${given}`;
    throw new UsageError(`${where}: expected one of ${FORMATS.join(", ")}`);
  }
  if (format === "xlsx" && out === null && stdout.isTerminal)
    throw new UsageError("a workbook is nothing for a terminal: give --out FILE, or pipe it into a program");
  return format;
}

function comparisonOf(args: Arguments, dataset: Dataset): Comparison {
  const respondents = known(args.list("respondents") ?? [], "respondent", respondentCodes(dataset), dataset);
  const questions = readQuestions(args, dataset);
  const [baseline = null] = known(args.list("baseline") ?? [], "respondent", respondentCodes(dataset), dataset);
  return compareRespondents(dataset, { respondents, questions, baseline });
}

function shownRows(args: Arguments, { rows }: Comparison): readonly ComparisonRow[] {
  return args.isGiven("differences") ? rows.filter(({ differs }) => differs) : rows;
}

function writeForReading(args: Arguments, { stdout, stderr }: Surroundings, dataset: Dataset): void {
  const comparison = comparisonOf(args, dataset);
  const rows = shownRows(args, comparison);
  const headers = ["Question", "Variable", ...comparison.columns, "Differs"];
  const cells = rows.map((row) => [
    row.variable.question,
    row.variable.label,
    ...Object.values(row.cells).map((cell) => signedText(exportCell(dataset, row, cell))),
    row.differs ? "yes" : "no",
  ]);
  writeTable(
    stdout,
    headers.map((header) => ({ header })),
    cells,
  );
  const differing = comparison.rows.filter(({ differs }) => differs).length;
  const measure = comparison.baseline ?? "the majority";
  writeLine(stderr, `${differing} of ${comparison.rows.length} variables differ; ≠ marks what differs from ${measure}`);
}

function jsonOf(args: Arguments, dataset: Dataset): string {
  const comparison = comparisonOf(args, dataset);
  const { columns, baseline } = comparison;
  return jsonText({ columns, baseline, rows: shownRows(args, comparison).map(plainRow) });
}

function plainRow({ variable, cells, differs }: ComparisonRow): object {
  const plain = Object.entries(cells).map(([respondent, { answer, codes, meaning, isComparable, stands }]) => {
    return [respondent, { answer, codes, meaning, comparable: isComparable, stands }] as const;
  });
  return { variable: variable.id, label: variable.label, cells: Object.fromEntries(plain), differs };
}

async function exported(
  args: Arguments,
  surroundings: Surroundings,
  dataset: Dataset,
  format: ExportFormatId,
): Promise<Uint8Array> {
  const outgoing = outgoingTo(args.isGiven("for-the-network") ? "network" : "public", dataset);
  const known = respondentCodes(outgoing.dataset);
  const withheld = respondentCodes(dataset).filter((code) => !known.includes(code));
  const asked = [...(args.list("respondents") ?? []), ...(args.list("baseline") ?? [])];
  const refused = asked.find((code) => withheld.includes(code));
  if (refused !== undefined)
    throw new InputError(
      `${refused} withheld wider dissemination of its response, so it goes out with --for-the-network alone`,
    );
  const table = comparisonTable(outgoing, {
    comparison: comparisonOf(args, outgoing.dataset),
    onlyDifferences: args.isGiven("differences"),
    filterInWords: "",
    filterText: "",
    date: exportDate(surroundings),
  });
  return await EXPORT_FORMATS[format].write(table);
}

async function writeResult(args: Arguments, { stdout, stderr }: Surroundings, bytes: Uint8Array): Promise<void> {
  const out = args.text("out");
  if (out === null) {
    stdout.write(bytes);
    return;
  }
  await writeOutputFile(out, bytes, args.isGiven("force"));
  writeLine(stderr, `${out} written`);
}
