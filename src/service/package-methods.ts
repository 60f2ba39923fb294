import { basename, join } from "node:path";
import { ApiError } from "../api/api-error.ts";
import type { PackageSummary, RemovedPackage, StoredPackage } from "../api/contract.ts";
import type { PackageInfo } from "../core/dataset/descriptor.ts";
import { wholeFileFault } from "../formats/input-limits.ts";
import { DESCRIPTOR_FILE, readPackage } from "../formats/read-package.ts";
import type { DataFolder } from "./data-folder.ts";
import type { DataLibrary, Shelved } from "./data-library.ts";
import { hostGate } from "./host-gate.ts";
import { createPackageExaminer } from "./package-examiner.ts";
import { readZippedPackage } from "./package-files.ts";
import { packageStamp } from "./package-stamp.ts";
import { removedAt, removedStem } from "./package-trash.ts";
import type { Service } from "./service.ts";

type PackageMethods = Pick<Service, "storePackage" | "removePackage" | "listRemoved" | "restorePackage" | "emptyTrash">;

// File names take no more, with the time of a removal behind it.
const LONGEST_ID = 100;

/** Everything that changes the library of a data folder. What the page sends is validated again: the page is not trusted. */
export function packageMethods(folder: DataFolder, library: DataLibrary): PackageMethods {
  const examiner = createPackageExaminer();

  const removed = async (name: string): Promise<RemovedPackage> => {
    const path = join(folder.packages.trash, name);
    const named = await examiner.name(path);
    // What has no descriptor is named after its file, which here has the time in it.
    const id = named.id.startsWith(`${removedStem(name)}--`) ? removedStem(name) : named.id;
    const title = named.title === named.id ? id : named.title;
    const size = (await packageStamp(path))?.size ?? 0;
    return { name, id, title, version: named.version, removed: removedAt(name) ?? "", size };
  };

  const inTrash = async (name: string): Promise<string> => {
    const names = await folder.packages.removed();
    if (names.includes(name)) return name;
    throw new ApiError("not-found", `There is no ${name} in the trash: it was restored or deleted meanwhile.`);
  };

  return {
    storePackage: async (bytes, { name, mode }) => {
      const read = await readIncoming(name, bytes);
      if (read.kind === "refused") return read;
      const { info } = read;
      return await folder.write(async (): Promise<StoredPackage> => {
        const current = giveWay(await library.find(info.name), info.name, mode);
        const { path, replaced } = await folder.packages.put(bytes, info.name, current);
        return { kind: "stored", package: await library.summary(path), replaced };
      });
    },
    removePackage: ({ id, file }) =>
      folder.write(async () => {
        const { path } = removable(await library.find(id), id, file ?? null);
        return await removed(await folder.packages.discard(path, id));
      }),
    listRemoved: () => folder.read(async () => await Promise.all((await folder.packages.removed()).map(removed))),
    restorePackage: ({ name, mode }) =>
      folder.write(async (): Promise<PackageSummary> => {
        const { id } = await removed(await inTrash(name));
        const current = giveWay(await library.find(id), id, mode);
        const { path } = await folder.packages.bringBack(name, id, current);
        return await library.summary(path);
      }),
    emptyTrash: ({ names }) =>
      folder.write(async () => {
        for (const name of names) await inTrash(name);
        await folder.packages.erase(names);
        return null;
      }),
  };
}

type Incoming =
  | { readonly kind: "sound"; readonly info: PackageInfo }
  | Extract<StoredPackage, { readonly kind: "refused" }>;

async function readIncoming(name: string, bytes: Uint8Array): Promise<Incoming> {
  const { files, faults } = await readZippedPackage(name, bytes);
  if (files === undefined) return { kind: "refused", faults };
  const validated = readPackage(files, hostGate);
  if (validated.dataset === undefined) return { kind: "refused", faults: validated.faults };
  const { info } = validated.dataset;
  if (info.name.length <= LONGEST_ID) return { kind: "sound", info };
  const expected = `an id of at most ${LONGEST_ID} characters`;
  return { kind: "refused", faults: [{ ...wholeFileFault(DESCRIPTOR_FILE, info.name, expected), column: "name" }] };
}

/** The package of the user's that a new one of its id takes the place of; null where the id is free. */
function giveWay(holders: readonly Shelved[], id: string, mode: "new" | "replace"): string | null {
  const [holder] = holders;
  if (holder === undefined) return null;
  if (holder.origin === "packaged") throw packaged(id);
  if (mode === "replace") return holder.path;
  throw new ApiError(
    "conflict",
    `${id} is in the library already. Expected another id, or to replace it: the old one then goes to the trash.`,
  );
}

function removable(holders: readonly Shelved[], id: string, file: string | null): Shelved {
  const own = holders.filter(({ origin }) => origin === "user");
  const [found, ...others] = own.filter(({ path }) => file === null || basename(path) === file);
  if (found === undefined) {
    if (file === null && holders.length > 0) throw packaged(id);
    throw new ApiError("not-found", `There is no package ${id}${file === null ? "" : ` in ${file}`} of yours.`);
  }
  if (others.length === 0) return found;
  const names = own.map(({ path }) => basename(path)).join(", ");
  throw new ApiError("conflict", `Several packages have the id ${id}: expected one of ${names}.`);
}

function packaged(id: string): ApiError {
  return new ApiError(
    "read-only",
    `${id} comes with the program and stays as it is. A package of another id can stand beside it.`,
  );
}
