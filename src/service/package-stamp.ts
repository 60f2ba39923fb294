import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./file-error.ts";

// A package has a dozen; a folder that somebody put there by mistake may have any number.
const MOST_FILES = 2000;

/** Tells one state of a package from another without reading it. */
export interface PackageStamp {
  readonly key: string;
  /** Bytes of the zip, or of the files in the folder. */
  readonly size: number;
  /** When the latest of its files was changed, in milliseconds of Unix time. */
  readonly changed: number;
}

/** The state of the package in a folder or zip; null where nothing is there. */
export async function packageStamp(path: string): Promise<PackageStamp | null> {
  const found = await statOf(path);
  if (found === null) return null;
  const names = found.isDirectory() ? (await readdir(path, { recursive: true })).sort().slice(0, MOST_FILES) : [""];
  const files = await Promise.all(names.map(async (name) => [name, await statOf(join(path, name))] as const));
  const there = files.flatMap(([name, stats]) => (stats?.isFile() ? [[name, stats] as const] : []));
  return {
    key: there
      .map(([name, { ino, size, mtimeMs, ctimeMs }]) => [name, ino, size, mtimeMs, ctimeMs].join(":"))
      .join("|"),
    size: there.reduce((sum, [, { size }]) => sum + size, 0),
    changed: Math.max(...there.map(([, { mtimeMs }]) => mtimeMs), there.length === 0 ? found.mtimeMs : 0),
  };
}

async function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}
