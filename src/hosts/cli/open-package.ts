import { stat } from "node:fs/promises";
import { ApiError } from "../../api/api-error.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { describeFault, type Fault } from "../../core/dataset/fault.ts";
import type { PackageTexts } from "../../formats/package-contents.ts";
import { type PackageGate, readPackage } from "../../formats/read-package.ts";
import { type DataLibrary, openDataLibrary } from "../../service/data-library.ts";
import { hostGate } from "../../service/host-gate.ts";
import { readPackageFiles } from "../../service/package-files.ts";
import { userDataFolder } from "../../service/user-data-folder.ts";
import type { Arguments } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Surroundings } from "./surroundings.ts";

const DEFAULT_PACKAGE = "emn-ahq-1055";
const SHOWN_FAULTS = 5;

/** The library that a command reads: the program's packages, and those of the data folder, which need not be there. */
export function libraryOf(args: Arguments, { packagedData, environment }: Surroundings): DataLibrary {
  return openDataLibrary({ packagedData, userData: dataFolderOf(args, environment) });
}

/** The data folder that a command works in. */
export function dataFolderOf(args: Arguments, environment: Surroundings["environment"]): string {
  return userDataFolder({ asked: args.text("data-dir"), environment });
}

/** The dataset of the package that is named, by id or by the path of a folder or zip, or of the default one. A package with faults is an InputError. */
export async function openPackage(
  args: Arguments,
  surroundings: Surroundings,
  named: string | null = args.positionals[0] ?? null,
  gate: PackageGate = hostGate,
): Promise<Dataset> {
  const library = libraryOf(args, surroundings);
  const id = named ?? (await defaultPackage(library));
  const { files, faults } = await readNamed(library, id);
  const validated = files === undefined ? { faults } : readPackage(files, gate);
  if (validated.dataset === undefined) throw new InputError(unopened(id, validated.faults));
  return validated.dataset;
}

/** The files of the package that is named, by id or by path. A name that is neither is an InputError. */
async function readNamed(library: DataLibrary, named: string): Promise<PackageTexts> {
  try {
    return await library.readFiles(named);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "not-found") throw error;
    if (await isThere(named)) return await readPackageFiles(named);
    throw new InputError(`${error.message} No folder or zip is at that path either.`, { cause: error });
  }
}

async function defaultPackage(library: DataLibrary): Promise<string> {
  // Asked for by its id first: a list reads every package to the end.
  const isThere = await library.readFiles(DEFAULT_PACKAGE).then(
    () => true,
    () => false,
  );
  if (isThere) return DEFAULT_PACKAGE;
  const ids = [...new Set((await library.list()).map(({ id }) => id))];
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return only;
  throw new InputError(
    ids.length === 0
      ? "The library has no package; name a folder or a zip."
      : `Which package? The library has ${ids.join(", ")}.`,
  );
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

function unopened(id: string, faults: readonly Fault[]): string {
  const shown = faults.slice(0, SHOWN_FAULTS).map((fault) => `  ${describeFault(fault)}`);
  const rest = faults.length > shown.length ? [`  … and ${faults.length - shown.length} more: ahq validate ${id}`] : [];
  return [`${id} cannot be opened:`, ...shown, ...rest].join("\n");
}
