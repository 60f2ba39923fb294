import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Fault } from "../../core/dataset/fault.ts";
import { readPackage } from "../../formats/read-package.ts";
import { readPackageFiles } from "../../service/package-files.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { type Output, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = [
  { header: "File" },
  { header: "Row", isNumber: true },
  { header: "Column" },
  { header: "Found" },
  { header: "Expected" },
];

/** `ahq validate` */
export const validateCommand: Command = {
  usage: "validate <folder|zip>",
  summary: "every fault with file, row, column, found, expected",
  details: "Exit code 1 where there is a fault.",
  options: COMMON_OPTIONS,
  positionals: [1, 1],
  run: async (args, { stdout, stderr }) => {
    const { dataset, faults = [] } = await validateAt(args.positionals[0] ?? "");
    if (args.isGiven("json")) printJson(stdout, { valid: dataset !== undefined, faults: faults.map(plainFault) });
    else if (dataset !== undefined) writeLine(stdout, validWords(dataset));
    else writeFaults(stdout, stderr, faults);
    return dataset === undefined ? 1 : 0;
  },
};

async function validateAt(path: string): Promise<{ readonly dataset?: Dataset; readonly faults?: readonly Fault[] }> {
  const { files, faults } = await readPackageFiles(path);
  return files === undefined ? { faults } : readPackage(files);
}

// The documented keys, in their order, whatever else a fault may come to hold.
function plainFault({ file, row, column, found, expected }: Fault): Fault {
  return { file, row, column, found, expected };
}

function validWords({ info, respondents, questions, responses }: Dataset): string {
  const counts = `${respondents.length} respondents, ${questions.length} questions, ${responses.length} responses`;
  return `${info.name} ${info.version}: no fault in ${counts}`;
}

function writeFaults(stdout: Output, stderr: Output, faults: readonly Fault[]): void {
  const rows = faults.map(({ file, row, column, found, expected }) => [
    file,
    String(row ?? ""),
    column,
    found,
    expected,
  ]);
  writeTable(stdout, COLUMNS, rows);
  writeLine(stderr, faults.length === 1 ? "1 fault" : `${faults.length} faults`);
}
