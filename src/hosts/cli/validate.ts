import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Fault } from "../../core/dataset/fault.ts";
import { readPackage } from "../../formats/read-package.ts";
import { readPackageFiles } from "../../service/package-files.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { writeLine } from "./surroundings.ts";
import { plainFault, writeFaults } from "./write-faults.ts";

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

function validWords({ info, respondents, questions, responses }: Dataset): string {
  const counts = `${respondents.length} respondents, ${questions.length} questions, ${responses.length} responses`;
  return `${info.name} ${info.version}: no fault in ${counts}`;
}
