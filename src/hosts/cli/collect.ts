import { type Collected, type CollectedAnswers, collectAnswers } from "../../core/collection/collect-answers.ts";
import { type ChosenFile, readIntake } from "../../formats/read-intake.ts";
import { packageFiles } from "../../formats/write-package.ts";
import { zipPackage } from "../../formats/write-package-zip.ts";
import { readAnswerFiles, writeWhoAnswered } from "./answer-files.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { printJson } from "./print-json.ts";
import { readDraftFile } from "./read-draft-file.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { understood, writeUnderstood } from "./understood.ts";
import { plainFault, writeFaults } from "./write-faults.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

/** `ahq collect` */
export const collectCommand: Command = {
  usage: "collect <folder|files…> --out package.zip [--draft draft.json] [--force]",
  summary: "make one package of the workbooks that states filled in, and say who did not answer",
  details: [
    "Of a folder, its workbooks (.xlsx); a zip of workbooks is opened. All of them or, where one has a fault, none.",
    "Without --out, only what was understood is printed.",
  ].join("\n"),
  options: {
    out: { value: "FILE", help: "the package (.zip) to write" },
    draft: { value: "FILE", help: "the draft that the workbooks were made of, where they no longer say so" },
    force: { help: "replace the file where it is there already" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 1000],
  run: async (args, surroundings) => {
    const out = args.text("out");
    if (out !== null) checkFileName(out, "a package", ["zip", "ahqz"]);
    const { collected, faults = [] } = await collect(args, surroundings);
    if (collected === undefined) {
      if (args.isGiven("json")) printJson(surroundings.stdout, { valid: false, faults: faults.map(plainFault) });
      else writeFaults(surroundings.stdout, surroundings.stderr, faults);
      return 1;
    }
    if (out !== null) await writeOutputFile(out, zipPackage(packageFiles(collected.dataset)), args.isGiven("force"));
    if (args.isGiven("json")) printJson(surroundings.stdout, plain(collected, out));
    else writeForReading(surroundings, collected, out);
    return 0;
  },
};

async function collect(args: Arguments, surroundings: Surroundings): Promise<Collected> {
  const path = args.text("draft");
  const draft = path === null ? null : await readDraftFile(path);
  const files: ChosenFile[] = [];
  for (const given of args.positionals) files.push(...(await readAnswerFiles(given)));
  const intake = await readIntake(files);
  if (intake.kind === "refused") return { faults: intake.faults };
  if (intake.kind === "package")
    throw new InputError(`${files[0]?.name ?? ""} is a package already; ahq add puts it into the library`);
  return collectAnswers(intake.books, { draft, day: exportDate(surroundings) });
}

function plain({ dataset, answered, silent, remarks }: CollectedAnswers, out: string | null): object {
  const places = answered.map(({ returned, place }) => ({ respondent: returned.respondent, ...place }));
  return { valid: true, file: out, answered: places, silent, remarks, ...understood(dataset) };
}

function writeForReading({ stdout, stderr }: Surroundings, collected: CollectedAnswers, out: string | null): void {
  writeUnderstood(stdout, collected.dataset);
  writeWhoAnswered(stderr, collected);
  if (out !== null) writeLine(stderr, `${out} written`);
}
