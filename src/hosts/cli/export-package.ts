import { existsSync } from "node:fs";
import { extname } from "node:path";
import { withheldRespondents } from "../../core/dataset/public-part.ts";
import { type Outgoing, outgoingTo } from "../../core/export/outgoing.ts";
import { PACKAGE_FORMAT_IDS, PACKAGE_FORMATS, type PackageFormat } from "../../formats/package-formats.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { writeLine } from "./surroundings.ts";
import { writeOutputFile } from "./write-output-file.ts";

const FORMATS = PACKAGE_FORMAT_IDS.join("|");

/** `ahq export-package` */
export const exportPackageCommand: Command = {
  usage: `export-package [package] --format ${FORMATS} --out FILE [--for-the-network] [--force]`,
  summary: "a whole package as a file",
  details: [
    ...PACKAGE_FORMAT_IDS.map((id) => `${id}: ${PACKAGE_FORMATS[id].use}`),
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
    const bytes = await format.write(outgoing, exportDate(surroundings));
    await writeFiles(args, [
      { path: out, bytes },
      ...(format.beside === undefined
        ? []
        : [{ path: besideOf(out, format.beside), bytes: await format.beside.write(outgoing) }]),
    ]);
    const left = dataset.respondents.length - outgoing.dataset.respondents.length;
    if (args.isGiven("json")) printJson(surroundings.stdout, { file: out, ...countsOf(outgoing), withheld: left });
    else for (const line of said(format, out, outgoing, left)) writeLine(surroundings.stderr, line);
    return 0;
  },
};

function chosen(args: Arguments): { readonly format: PackageFormat; readonly out: string } {
  const [given, out] = [args.text("format"), args.text("out")];
  const id = PACKAGE_FORMAT_IDS.find((known) => known === given);
  if (id === undefined)
    throw new UsageError(`--format${given === null ? " is missing" : ` ${given}`}: expected one of ${FORMATS}`);
  if (out === null) throw new UsageError("export-package needs --out FILE");
  return { format: PACKAGE_FORMATS[id], out };
}

function besideOf(out: string, { ending }: NonNullable<PackageFormat["beside"]>): string {
  const extension = extname(out);
  return `${extension === "" ? out : out.slice(0, -extension.length)}${ending}`;
}

// Looked for before the first is written: one file of two would be half an export.
async function writeFiles(
  args: Arguments,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const isForced = args.isGiven("force");
  const taken = isForced ? undefined : files.find(({ path }) => existsSync(path));
  if (taken !== undefined) throw new InputError(`${taken.path} is there already; --force replaces it`);
  for (const { path, bytes } of files) await writeOutputFile(path, bytes, isForced);
}

function countsOf({ audience, dataset }: Outgoing): object {
  const { respondents, questions, responses } = dataset;
  return { audience, respondents: respondents.length, questions: questions.length, responses: responses.length };
}

function said(format: PackageFormat, out: string, { audience, dataset }: Outgoing, left: number): readonly string[] {
  const { respondents, questions } = dataset;
  const withheld = withheldRespondents(dataset).length;
  return [
    `${out} written: ${respondents.length} respondents, ${questions.length} questions`,
    ...(format.beside === undefined ? [] : [`${besideOf(out, format.beside)} written beside it`]),
    ...(left > 0 ? [`${left} left out, as they withheld wider dissemination; --for-the-network takes them in`] : []),
    ...(audience === "network" ? [`for the network only: ${withheld} of them withheld wider dissemination`] : []),
    ...(format.loses === "" ? [] : [`left out: ${format.loses}`]),
  ];
}
