import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ApiError } from "../../api/api-error.ts";
import { withheldRespondents } from "../../core/dataset/public-part.ts";
import { type Outgoing, outgoingTo } from "../../core/export/outgoing.ts";
import { type Mention, withheldMentions } from "../../core/export/withheld-mentions.ts";
import {
  PACKAGE_FORMAT_IDS,
  PACKAGE_FORMATS,
  type PackageFormat,
  writePackageExport,
} from "../../formats/package-formats.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { libraryOf, openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

const FORMATS = PACKAGE_FORMAT_IDS.join("|");

/** `ahq export-package` */
export const exportPackageCommand: Command = {
  usage: `export-package [package] --format ${FORMATS} --out FILE [--for-the-network] [--force]`,
  summary: "a whole package as a file",
  details: [
    ...PACKAGE_FORMAT_IDS.map((id) => `${id}: ${PACKAGE_FORMATS[id].use}`),
    "Where a second file goes beside it, a FILE named .zip has both.",
    "States that withheld wider dissemination are left out of everything, unless it goes to the network alone.",
  ].join("\n"),
  options: {
    format: { value: "FORMAT", help: `one of ${PACKAGE_FORMAT_IDS.join(", ")}` },
    out: { value: "FILE", help: "the file to write" },
    "for-the-network": { help: "with the states that withheld wider dissemination; the file says so" },
    force: { help: "replace the file where it is there already" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const { format, out } = chosen(args);
    const dataset = await openPackage(args, surroundings);
    const outgoing = outgoingTo(args.isGiven("for-the-network") ? "network" : "public", dataset);
    const files = await filesOf(format, outgoing, exportDate(surroundings), out);
    await writeFiles(files, args.isGiven("force"));
    if (args.text("format") === "zip") await rememberExport(args, surroundings, dataset.info.name);
    const mentions = withheldMentions(dataset, outgoing);
    const left = dataset.respondents.length - outgoing.dataset.respondents.length;
    if (args.isGiven("json"))
      printJson(surroundings.stdout, { files: [...files.keys()], ...countsOf(outgoing), withheld: left, mentions });
    else
      for (const line of [...said(format, [...files.keys()], outgoing, left), ...mentionsInWords(mentions)])
        writeLine(surroundings.stderr, line);
    return 0;
  },
};

function chosen(args: Arguments): { readonly format: PackageFormat; readonly out: string } {
  const [given, out] = [args.text("format"), args.text("out")];
  const id = PACKAGE_FORMAT_IDS.find((known) => known === given);
  if (id === undefined)
    throw new UsageError(`--format${given === null ? " is missing" : ` ${given}`}: expected one of ${FORMATS}`);
  if (out === null) throw new UsageError("export-package needs --out FILE");
  const format: PackageFormat = PACKAGE_FORMATS[id];
  checkFileName(out, `${format.label} (--format ${id})`, extensionsOf(format));
  return { format, out };
}

function extensionsOf({ extension, beside }: PackageFormat): readonly string[] {
  if (extension === "zip") return ["zip", "ahqz"];
  return beside === undefined ? [extension] : [extension, "zip"];
}

/** What is to be written, by path. */
async function filesOf(
  format: PackageFormat,
  outgoing: Outgoing,
  date: string,
  out: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await writePackageExport(format, outgoing, date, basename(out));
  return new Map([...files].map(([name, bytes], i) => [i === 0 ? out : join(dirname(out), name), bytes]));
}

// Looked for before the first is written: one file of two would be half an export.
async function writeFiles(files: ReadonlyMap<string, Uint8Array>, mayReplace: boolean): Promise<void> {
  const taken = mayReplace ? undefined : [...files.keys()].find((path) => existsSync(path));
  if (taken !== undefined) throw new InputError(`${taken} is there already; --force replaces it`);
  for (const [path, bytes] of files) await writeOutputFile(path, bytes, mayReplace);
}

// A package of the user's has left as its version says: its next edit makes a new one. A package that was named by its path is nobody's to remember.
async function rememberExport(args: Arguments, surroundings: Surroundings, id: string): Promise<void> {
  const [own] = args.positionals[0] === id ? await libraryOf(args, surroundings).find(id) : [];
  if (own?.origin !== "user") return;
  await withService(args, surroundings, (service) => service.markExported({ id })).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    writeLine(surroundings.stderr, `ahq: it was not remembered that ${id} was exported: ${error.message}`);
  });
}

function countsOf({ audience, dataset }: Outgoing): object {
  const { respondents, questions, responses } = dataset;
  return { audience, respondents: respondents.length, questions: questions.length, responses: responses.length };
}

function said(
  format: PackageFormat,
  files: readonly string[],
  { audience, dataset }: Outgoing,
  left: number,
): readonly string[] {
  const { respondents, questions } = dataset;
  const withheld = withheldRespondents(dataset).length;
  return [
    `${files.join(" and ")} written: ${respondents.length} respondents, ${questions.length} questions`,
    ...(left > 0 ? [`${left} left out, as they withheld wider dissemination; --for-the-network takes them in`] : []),
    ...(audience === "network" ? [`for the network only: ${withheld} of them withheld wider dissemination`] : []),
    ...(format.loses === "" ? [] : [`not in it: ${format.loses}`]),
  ];
}

const SHOWN_MENTIONS = 5;

// Not stopped by them: whether a text gives anything away is for a person to judge.
function mentionsInWords(mentions: readonly Mention[]): readonly string[] {
  if (mentions.length === 0) return [];
  const shown = mentions.slice(0, SHOWN_MENTIONS).map(({ place, named }) => `  ${place}: ${named}`);
  const rest = mentions.length > SHOWN_MENTIONS ? [`  … and ${mentions.length - SHOWN_MENTIONS} more: --json`] : [];
  return [`texts that name who was left out: ${mentions.length}`, ...shown, ...rest];
}
