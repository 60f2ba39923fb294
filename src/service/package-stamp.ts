import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_FILES } from "../formats/read-package.ts";
import { isMissing } from "./file-error.ts";

/** Tells one state of a package from another without reading it. */
export interface PackageStamp {
  readonly key: string;
  /** Bytes of the zip, or of those files of the folder that belong to a package. */
  readonly size: number;
  /** When the latest of its files was changed, in milliseconds of Unix time. */
  readonly changed: number;
}

/** The state of the package in a folder or zip; null where nothing is there. */
export async function packageStamp(path: string): Promise<PackageStamp | null> {
  const found = await statOf(path);
  if (found === null) return null;
  const files = found.isDirectory()
    ? await Promise.all(PACKAGE_FILES.map((name) => statOf(join(path, name))))
    : [found];
  const there = files.filter((file) => file !== null);
  return {
    key: files.map((file) => (file === null ? "" : `${file.ino}:${file.size}:${file.mtimeMs}:${file.ctimeMs}`)).join(),
    size: there.reduce((sum, { size }) => sum + size, 0),
    changed: Math.max(...there.map(({ mtimeMs }) => mtimeMs), there.length === 0 ? found.mtimeMs : 0),
  };
}

async function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}
