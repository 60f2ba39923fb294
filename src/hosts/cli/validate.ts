import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Fault } from "../../core/dataset/fault.ts";
import { readPackage } from "../../formats/read-package.ts";
import { hostGate } from "../../service/host-gate.ts";
import { readPackageFiles } from "../../service/package-files.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { writeLine } from "./surroundings.ts";
import { readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { faultsTable, plainFault, writeFaults } from "./write-faults.ts";

/** `ahq validate` */
export const validateCommand: Command = {
  usage: `validate <folder|zip> ${TABLE_EXPORT_USAGE}`,
  summary: "every fault with file, row, column, found, expected",
  details: "Exit code 1 where there is a fault.",
  options: { ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [1, 1],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const form = readTableForm(args, surroundings);
    const [path = ""] = args.positionals;
    const { dataset, faults = [] } = await validateAt(path);
    await writeInForm(args, surroundings, form, {
      reading: () => {
        if (dataset === undefined) writeFaults(stdout, stderr, faults);
        else writeLine(stdout, validWords(dataset));
      },
      json: () => ({ valid: dataset !== undefined, faults: faults.map(plainFault) }),
      table: () => faultsTable(path, faults, exportDate(surroundings)),
    });
    return dataset === undefined ? 1 : 0;
  },
};

async function validateAt(path: string): Promise<{ readonly dataset?: Dataset; readonly faults?: readonly Fault[] }> {
  const { files, faults } = await readPackageFiles(path);
  return files === undefined ? { faults } : readPackage(files, hostGate);
}

function validWords({ info, respondents, questions, responses }: Dataset): string {
  const counts = `${respondents.length} respondents, ${questions.length} questions, ${responses.length} responses`;
  return `${info.name} ${info.version}: no fault in ${counts}`;
}
