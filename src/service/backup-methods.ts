import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ApiError, type ErrorCode } from "../api/api-error.ts";
import type { RestoredBackup } from "../api/backups.ts";
import type { StoreMode } from "../api/contract.ts";
import type { Fault } from "../core/dataset/fault.ts";
import { isZipName } from "../formats/file-kind.ts";
import { zipPackage } from "../formats/write-package-zip.ts";
import { type BackupContent, packBackup, readBackup } from "./backup-zip.ts";
import type { DataFolder } from "./data-folder.ts";
import type { DataLibrary } from "./data-library.ts";
import { readOwnFiles } from "./own-files.ts";
import { readPackageFiles } from "./package-files.ts";
import { safeFileName } from "./safe-file-name.ts";
import type { Service } from "./service.ts";
import { takingOfFiles } from "./take-in.ts";

type BackupMethods = Pick<Service, "listBackups" | "restoreBackup" | "backUp" | "restoreFile">;

/** Everything of one's own as one file and back, and the automatic backups. */
export function backupMethods(
  folder: DataFolder,
  library: DataLibrary,
  userData: string,
  { storePackage }: Pick<Service, "storePackage">,
): BackupMethods {
  const storeEach = async (packages: readonly (readonly [string, Uint8Array])[], mode: StoreMode) => {
    const ids: string[] = [];
    const taken: string[] = [];
    const faults: Fault[] = [];
    for (const [name, zip] of packages) {
      const stored = await storePackage(zip, { name, mode }).catch((error: unknown) => {
        if (error instanceof ApiError && TAKEN.includes(error.code)) return null;
        throw error;
      });
      if (stored === null) taken.push(name);
      else if (stored.kind === "refused") faults.push(...stored.faults);
      else ids.push(stored.package.id);
    }
    return { ids, taken, faults };
  };
  const add = async (name: string, { at, files, packages }: BackupContent): Promise<RestoredBackup> => {
    const taking = takingOfFiles(folder, files);
    const refused = (faults: readonly Fault[]): RestoredBackup => {
      return { kind: "refused", faults: faults.map((fault) => inFile(name, fault)) };
    };
    if (taking.take === undefined) return refused(taking.faults);
    const { parts, faults } = await folder.replace(() => taking.take(() => folder.backups.keep(new Date())));
    if (parts === undefined) return refused(faults);
    const own = [...(await userPackages(library, userData)).values()].map((zip) => Buffer.from(zip));
    const news = [...packages].filter(([, zip]) => !own.some((other) => other.equals(zip)));
    const stored = await storeEach(news, "new");
    const counts = { added: stored.ids.length, changed: 0, unchanged: packages.size - news.length, kept: stored.taken };
    return {
      kind: "added",
      at,
      parts: packages.size === 0 ? parts : [...parts, { part: "packages", ...counts }],
      faults: [...taking.unknown.map((fault) => inFile(name, fault)), ...stored.faults],
    };
  };
  const replace = async ({ at, files, packages }: BackupContent): Promise<RestoredBackup> => {
    await folder.replace(() => folder.backups.takeIn(files, new Date()));
    const { ids, faults } = await storeEach([...packages], "replace");
    return { kind: "restored", at, files: [...files.keys()], packages: ids, faults };
  };
  return {
    listBackups: () => folder.read(() => folder.backups.list()),
    restoreBackup: async ({ name, mode }) => {
      const content = await folder.read(() => folder.backups.read(name));
      return mode === "add" ? add(name, content) : replace(content);
    },
    backUp: () =>
      folder.read(async () => {
        const files = await readOwnFiles(userData);
        return packBackup({ at: new Date().toISOString(), files, packages: await userPackages(library, userData) });
      }),
    restoreFile: async (bytes, { name, mode }): Promise<RestoredBackup> => {
      const { content, faults } = await readBackup(name, bytes);
      if (content === undefined) return { kind: "refused", faults };
      return mode === "add" ? add(name, content) : replace(content);
    },
  };
}

// What a package is refused with whose id is taken.
const TAKEN: readonly ErrorCode[] = ["conflict", "read-only"];

function inFile(name: string, fault: Fault): Fault {
  return { ...fault, file: `${name}: ${fault.file}` };
}

async function userPackages(library: DataLibrary, userData: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const packages = new Map<string, Uint8Array>();
  for (const { file, origin, id, faults } of await library.list()) {
    if (origin !== "user" || file === null || faults.length > 0) continue;
    const path = join(userData, "packages", file);
    const { files } = isZipName(file) ? { files: undefined } : await readPackageFiles(path);
    const bytes = files === undefined ? await readFile(path) : zipPackage(files);
    packages.set(isZipName(file) ? basename(file) : safeFileName(`${id}.zip`), bytes);
  }
  return packages;
}
