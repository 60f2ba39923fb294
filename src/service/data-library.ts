import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { ApiError } from "../api/api-error.ts";
import type { PackageFiles, PackageSummary } from "../api/contract.ts";
import type { Dataset } from "../core/dataset/dataset.ts";
import { describeFault } from "../core/dataset/fault.ts";
import { isZipName } from "../formats/file-kind.ts";
import { wholeFileFault } from "../formats/input-limits.ts";
import { isMissing, reasonOf } from "./file-error.ts";
import { createPackageExaminer, type PackageExaminer } from "./package-examiner.ts";
import { readPackageFiles } from "./package-files.ts";
import { packageStamp } from "./package-stamp.ts";
import type { Places } from "./service.ts";
import { userPackagesFolder } from "./user-data-folder.ts";

// Enough to see what is wrong; the list of packages shows more of them.
const LISTED_FAULTS = 5;

/** The packages that can be opened: those that come with the program, and those of the user's data folder. Only ever reads. */
export interface DataLibrary {
  /** Every package, those of the program first; one that cannot be opened is listed with its faults. */
  list(): Promise<readonly PackageSummary[]>;
  /** The files of a package. An unknown id is refused as not-found, one that cannot be read as bad-request. */
  readFiles(id: string): Promise<PackageFiles>;
  /** A package as it was validated; refusals are those of `readFiles`. */
  readDataset(id: string): Promise<Dataset>;
  /** Where the packages of an id stand; the first is the one that is opened by it. */
  find(id: string): Promise<readonly Shelved[]>;
  /** One of the packages as the list has it. */
  summary(path: string): Promise<PackageSummary>;
}

/** A folder or zip that holds a package, and the id that the package says it has. */
export interface Shelved {
  readonly path: string;
  readonly id: string;
  readonly origin: PackageSummary["origin"];
}

/** The library of a program and of one user. The folders are looked at anew with every call, and none of them need be there. */
export function openDataLibrary({ packagedData, userData }: Pick<Places, "packagedData" | "userData">): DataLibrary {
  const examiner = createPackageExaminer();
  const shelves = async (): Promise<readonly Shelved[]> => [
    ...(await shelve(examiner, packagedData, "packaged")),
    ...(await shelve(examiner, userPackagesFolder(userData), "user")),
  ];
  const list = async (): Promise<readonly PackageSummary[]> => {
    const shelved = await shelves();
    const summaries: PackageSummary[] = [];
    // One after the other: several large ones at once would be in memory together.
    for (const own of shelved) summaries.push(await summarise(examiner, own, holderOf(shelved, own.id)));
    return summaries;
  };
  const pathOf = async (id: string): Promise<string> => {
    const shelved = await shelves();
    const own = holderOf(shelved, id);
    if (own === undefined) throw new ApiError("not-found", `There is no package ${id}; ${knownIds(shelved)}.`);
    return own.path;
  };
  return {
    list,
    readFiles: async (id) => {
      const { files, faults } = await readPackageFiles(await pathOf(id));
      if (files === undefined) throw new ApiError("bad-request", faults.map(describeFault).join("\n"));
      return { id, files };
    },
    readDataset: async (id) => {
      const { dataset, faults } = await examiner.whole(await pathOf(id));
      if (dataset !== undefined) return dataset;
      const some = faults.slice(0, LISTED_FAULTS).map(describeFault).join("; ");
      throw new ApiError("bad-request", `${id} cannot be opened: ${some}`);
    },
    find: async (id) => (await shelves()).filter((own) => own.id === id),
    summary: async (path) => {
      const shelved = await shelves();
      const own = shelved.find((one) => one.path === path);
      if (own === undefined) throw new ApiError("not-found", `${path} is no longer in the library.`);
      return summarise(examiner, own, holderOf(shelved, own.id));
    },
  };
}

async function shelve(
  examiner: PackageExaminer,
  folder: string,
  origin: Shelved["origin"],
): Promise<readonly Shelved[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw new ApiError("not-found", `The packages in ${folder} cannot be read: ${reasonOf(error)}.`, { cause: error });
  });
  const paths = names.filter((name) => !name.startsWith(".")).map((name) => join(folder, name));
  const shelved = await Promise.all(
    paths.map(async (path) => {
      return (await mayBePackage(path)) ? [{ path, origin, id: (await examiner.name(path)).id }] : [];
    }),
  );
  return shelved.flat().sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.path < b.path ? -1 : 1));
}

async function mayBePackage(path: string): Promise<boolean> {
  if (isZipName(path)) return true;
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

// The first on the shelves holds an id: a package of the user's never takes the place of one of the program's.
function holderOf(shelved: readonly Shelved[], id: string): Shelved | undefined {
  return shelved.find((own) => own.id === id);
}

function knownIds(shelved: readonly Shelved[]): string {
  const ids = [...new Set(shelved.map(({ id }) => id))];
  return ids.length === 0 ? "the library is empty" : `the library has ${ids.join(", ")}`;
}

async function summarise(
  examiner: PackageExaminer,
  { path, id, origin }: Shelved,
  holder: Shelved | undefined,
): Promise<PackageSummary> {
  const content = await examiner.content(path);
  const isUsers = origin === "user";
  const changed = isUsers ? ((await packageStamp(path))?.changed ?? null) : null;
  return {
    ...content,
    id,
    origin,
    file: isUsers ? basename(path) : null,
    added: changed === null ? null : new Date(changed).toISOString(),
    ...(holder === undefined || holder.path === path ? {} : { faults: [takenId(path, id, holder)] }),
  };
}

function takenId(path: string, id: string, holder: Shelved): string {
  const whose = holder.origin === "packaged" ? "the program brings a package of this id" : `${holder.path} has it`;
  return describeFault(wholeFileFault(path, id, `an id of its own: ${whose}`));
}
