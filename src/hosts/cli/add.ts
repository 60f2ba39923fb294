import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { StoredPackage } from "../../api/contract.ts";
import { applyMapping } from "../../core/collection/apply-mapping.ts";
import { proposeMapping } from "../../core/collection/propose-mapping.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { describeFault, type Fault } from "../../core/dataset/fault.ts";
import { readPackage } from "../../formats/read-package.ts";
import { packageFiles } from "../../formats/write-package.ts";
import { zipPackage } from "../../formats/write-package-zip.ts";
import { reasonOf } from "../../service/file-error.ts";
import { readPackageFiles } from "../../service/package-files.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { libraryOf } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { faultLines, isTablePath, readGridFile, readMappingFile } from "./read-table-file.ts";
import { type Output, type Surroundings, writeLine } from "./surroundings.ts";
import { understood, writeUnderstood } from "./understood.ts";
import { withService } from "./with-service.ts";

const SHOWN_FAULTS = 20;

/** A package that is to be added, read and validated. */
interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly dataset: Dataset;
}

/** `ahq add` */
export const addCommand: Command = {
  usage: "add <folder|zip|table…> [--mapping FILE] [--id ID] [--replace] [--dry-run]",
  summary: "add packages to the library, after printing what was understood of them",
  details: [
    "All of them or, where one has a fault, none. What is replaced goes to the trash: ahq restore.",
    "A wide table (.csv, .tsv, .xlsx: a row a state) becomes a package under its mapping, or the one that ahq map proposes.",
  ].join("\n"),
  options: {
    mapping: { value: "FILE", help: "what the columns and answers of a wide table are: ahq map" },
    id: { value: "ID", help: "the id of the package that is made of a wide table" },
    replace: { help: "take the place of a package of the same id, which goes to the trash" },
    "dry-run": { help: "print what was understood, and store nothing" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 1000],
  run: async (args, surroundings) => {
    const incoming: Incoming[] = [];
    for (const path of args.positionals) incoming.push(await readIncoming(args, surroundings, path));
    await checkIds(args, surroundings, incoming);
    const stored = args.isGiven("dry-run") ? null : await store(args, surroundings, incoming);
    if (args.isGiven("json"))
      printJson(
        surroundings.stdout,
        incoming.map((one, i) => plain(one, stored?.[i] ?? null)),
      );
    else for (const [i, one] of incoming.entries()) writeForReading(surroundings, one, stored?.[i] ?? null);
    return 0;
  },
};

type Stored = Extract<StoredPackage, { readonly kind: "stored" }>;

async function readIncoming(args: Arguments, surroundings: Surroundings, path: string): Promise<Incoming> {
  if (isTablePath(path)) return await readWideTable(args, surroundings, path);
  const { files, faults } = await readPackageFiles(path);
  const validated = files === undefined ? { faults } : readPackage(files);
  if (validated.dataset === undefined) throw faulty(path, validated.faults);
  return { name: basename(path), bytes: await zippedAt(path, files ?? {}), dataset: validated.dataset };
}

async function readWideTable(args: Arguments, { stderr }: Surroundings, path: string): Promise<Incoming> {
  const [given, id] = [args.text("mapping"), args.text("id")];
  const before = given === null ? null : await readMappingFile(given);
  const grid = await readGridFile(path, null, before?.sheet, (notice) => writeLine(stderr, notice));
  const mapping = before ?? proposeMapping(grid);
  const header = id === null ? mapping.package : { ...mapping.package, id };
  const { dataset, faults } = applyMapping(grid, { ...mapping, package: header });
  if (dataset === undefined)
    throw new InputError(`Nothing was added. ${faultLines(`${path} has ${count(faults.length, "fault")}:`, faults)}`);
  return { name: `${dataset.info.name}.zip`, bytes: zipPackage(packageFiles(dataset)), dataset };
}

// A zip is kept as it came, with whatever else is in it; of a folder, the package's own files.
async function zippedAt(path: string, files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  try {
    return (await stat(path)).isDirectory() ? zipPackage(files) : await readFile(path);
  } catch (cause) {
    throw new InputError(`${path} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

// Seen before anything is stored: the service would refuse one after the others are there.
async function checkIds(args: Arguments, surroundings: Surroundings, incoming: readonly Incoming[]): Promise<void> {
  const library = libraryOf(args, surroundings);
  const ids = incoming.map(({ dataset }) => dataset.info.name);
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) !== i) throw new InputError(`Nothing was added. Two of the packages have the id ${id}.`);
    const [holder] = await library.find(id);
    if (holder?.origin === "packaged")
      throw new InputError(`Nothing was added. ${id} comes with the program; another needs an id of its own.`);
    if (holder !== undefined && !args.isGiven("replace"))
      throw new InputError(`Nothing was added. ${id} is in the library already; --replace takes its place.`);
  }
}

async function store(args: Arguments, surroundings: Surroundings, incoming: readonly Incoming[]): Promise<Stored[]> {
  const mode = args.isGiven("replace") ? "replace" : "new";
  return await withService(args, surroundings, async (service) => {
    const stored: Stored[] = [];
    for (const { name, bytes } of incoming) {
      const outcome = await service.storePackage(bytes, { name, mode });
      if (outcome.kind === "refused") throw faulty(name, outcome.faults);
      stored.push(outcome);
    }
    return stored;
  });
}

function faulty(path: string, faults: readonly Fault[]): InputError {
  const shown = faults.slice(0, SHOWN_FAULTS).map((fault) => `  ${describeFault(fault)}`);
  const rest = faults.length - shown.length;
  const more = rest > 0 ? [`  … and ${rest} more: ahq validate ${path} shows them all`] : [];
  return new InputError(
    [`Nothing was added. ${path} has ${count(faults.length, "fault")}:`, ...shown, ...more].join("\n"),
  );
}

function plain({ dataset }: Incoming, stored: Stored | null): object {
  return { stored: stored !== null, replaced: stored?.replaced ?? null, ...understood(dataset) };
}

function writeForReading({ stdout, stderr }: Surroundings, { dataset }: Incoming, stored: Stored | null): void {
  writeUnderstood(stdout, dataset);
  writeOutcome(stderr, dataset, stored);
}

function writeOutcome(output: Output, { info }: Dataset, stored: Stored | null): void {
  const replaced = stored?.replaced ?? null;
  const inTrash = replaced === null ? "" : `; the one it replaced is in the trash as ${replaced}`;
  writeLine(output, `${info.name} ${stored === null ? "was not added (--dry-run)" : `added${inTrash}`}`);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
