import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { ApiError } from "../api/api-error.ts";
import type { PackageFiles, PackageSummary } from "../api/contract.ts";
import { describeFault, type Fault } from "../core/dataset/fault.ts";
import { DESCRIPTOR_FILE, readPackage } from "../formats/read-package.ts";
import { isMissing, reasonOf } from "./file-error.ts";
import { readPackageFiles } from "./package-files.ts";
import { wholeFileFault } from "./package-limits.ts";
import type { Places } from "./service.ts";

/** The packages that can be opened: those that come with the program, and those of the user's data folder. Only ever reads. */
export interface DataLibrary {
  /** Every package, those of the program first; one that cannot be opened is listed with its faults. */
  list(): Promise<readonly PackageSummary[]>;
  /** The files of a package. An unknown id is refused as not-found, one that cannot be read as bad-request. */
  readFiles(id: string): Promise<PackageFiles>;
}

/** A folder or zip that holds a package, and the id that the package says it has. */
interface Shelved {
  readonly path: string;
  readonly id: string;
  readonly origin: PackageSummary["origin"];
}

/** The library of a program and of one user. The folders are looked at anew with every call, and none of them need be there. */
export function openDataLibrary({ packagedData, userData }: Pick<Places, "packagedData" | "userData">): DataLibrary {
  const shelves = async (): Promise<readonly Shelved[]> => [
    ...(await shelve(packagedData, "packaged")),
    ...(await shelve(join(userData, "packages"), "user")),
  ];
  return {
    list: async () => {
      const shelved = await shelves();
      return await Promise.all(shelved.map((own) => summarise(own, holderOf(shelved, own.id))));
    },
    readFiles: async (id) => {
      const shelved = await shelves();
      const own = holderOf(shelved, id);
      if (own === undefined) throw new ApiError("not-found", `There is no package ${id}; ${knownIds(shelved)}.`);
      const { files, faults } = await readPackageFiles(own.path);
      if (files === undefined) throw new ApiError("bad-request", faults.map(describeFault).join("\n"));
      return { id, files };
    },
  };
}

async function shelve(folder: string, origin: PackageSummary["origin"]): Promise<readonly Shelved[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw new ApiError("not-found", `The packages in ${folder} cannot be read: ${reasonOf(error)}.`, { cause: error });
  });
  const paths = names.filter((name) => !name.startsWith(".")).map((name) => join(folder, name));
  const shelved = await Promise.all(
    paths.map(async (path) => ((await mayBePackage(path)) ? [{ path, origin, id: await idAt(path) }] : [])),
  );
  return shelved.flat().sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.path < b.path ? -1 : 1));
}

async function mayBePackage(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() === ".zip") return true;
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

/** The id in the descriptor, however faulty the rest of it may be; the name of the folder or zip where there is none. */
async function idAt(path: string): Promise<string> {
  const { files } = await readPackageFiles(path, [DESCRIPTOR_FILE]);
  return (
    nameIn(files?.[DESCRIPTOR_FILE] ?? "") ??
    basename(path, extname(path).toLowerCase() === ".zip" ? extname(path) : "")
  );
}

function nameIn(descriptor: string): string | null {
  try {
    const json: unknown = JSON.parse(descriptor);
    const isNamed = typeof json === "object" && json !== null && "name" in json;
    return isNamed && typeof json.name === "string" && json.name !== "" ? json.name : null;
  } catch {
    return null;
  }
}

// The first on the shelves holds an id: a package of the user's never takes the place of one of the program's.
function holderOf(shelved: readonly Shelved[], id: string): Shelved | undefined {
  return shelved.find((own) => own.id === id);
}

function knownIds(shelved: readonly Shelved[]): string {
  const ids = [...new Set(shelved.map(({ id }) => id))];
  return ids.length === 0 ? "the library is empty" : `the library has ${ids.join(", ")}`;
}

async function summarise({ path, id, origin }: Shelved, holder: Shelved | undefined): Promise<PackageSummary> {
  const unopened = (faults: readonly Fault[]): PackageSummary => {
    return { id, title: id, respondents: 0, questions: 0, version: "", origin, faults: faults.map(describeFault) };
  };
  if (holder !== undefined && holder.path !== path) return unopened([takenId(path, id, holder)]);
  const { files, faults } = await readPackageFiles(path);
  if (files === undefined) return unopened(faults);
  const validated = readPackage(files);
  if (validated.dataset === undefined) return unopened(validated.faults);
  const { info, respondents, questions } = validated.dataset;
  const counts = { respondents: respondents.length, questions: questions.length };
  return { id, title: info.title, ...counts, version: info.version, origin, faults: [] };
}

function takenId(path: string, id: string, holder: Shelved): Fault {
  const whose = holder.origin === "packaged" ? "the program brings a package of this id" : `${holder.path} has it`;
  return wholeFileFault(path, id, `an id of its own: ${whose}`);
}
