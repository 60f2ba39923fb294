import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { RestoredBackup } from "../api/backups.ts";
import type { Fault } from "../core/dataset/fault.ts";
import { isZipName } from "../formats/file-kind.ts";
import { zipPackage } from "../formats/write-package-zip.ts";
import { packBackup, readBackup } from "./backup-zip.ts";
import type { DataFolder } from "./data-folder.ts";
import type { DataLibrary } from "./data-library.ts";
import { readOwnFiles } from "./own-files.ts";
import { readPackageFiles } from "./package-files.ts";
import { safeFileName } from "./safe-file-name.ts";
import type { Service } from "./service.ts";

type BackupMethods = Pick<Service, "listBackups" | "restoreBackup" | "backUp" | "restoreFile">;

/** Everything of one's own as one file and back, and the automatic backups. */
export function backupMethods(
  folder: DataFolder,
  library: DataLibrary,
  userData: string,
  { storePackage }: Pick<Service, "storePackage">,
): BackupMethods {
  return {
    listBackups: () => folder.read(() => folder.backups.list()),
    restoreBackup: ({ name }) =>
      folder.replace(async () => {
        await folder.backups.restore(name, new Date());
        return null;
      }),
    backUp: () =>
      folder.read(async () => {
        const files = await readOwnFiles(userData);
        return packBackup({ at: new Date().toISOString(), files, packages: await userPackages(library, userData) });
      }),
    restoreFile: async (bytes, name): Promise<RestoredBackup> => {
      const { content, faults } = await readBackup(name, bytes);
      if (content === undefined) return { kind: "refused", faults };
      const refused: Fault[] = [];
      await folder.replace(() => folder.backups.takeIn(content.files, new Date()));
      const packages: string[] = [];
      for (const [file, zip] of content.packages) {
        const stored = await storePackage(zip, { name: file, mode: "replace" });
        if (stored.kind === "refused") refused.push(...stored.faults);
        else packages.push(stored.package.id);
      }
      return { kind: "restored", at: content.at, files: [...content.files.keys()], packages, faults: refused };
    },
  };
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
