import { lstat, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cannotStore, flushFolder, writeDurably } from "./durable-file.ts";
import { isMissing, reasonOf } from "./file-error.ts";
import { observeProcess } from "./process-identity.ts";

const TEMPORARY_NAME = /^\..+\.(?<pid>\d+)-[0-9a-f]{12}\.tmp$/;

/** Renames a damaged file to `<name>.damaged-<UTC time>`, so that nothing overwrites it; the new path. */
export async function setAside(path: string): Promise<string> {
  const aside = await freePath(path);
  try {
    await rename(path, aside);
    await flushFolder(dirname(path));
  } catch (cause) {
    throw cannotStore(aside, reasonOf(cause), cause);
  }
  return aside;
}

/** Keeps the bytes of a damaged file under the name that `setAside` would give it, and leaves the file where it is; the copy's path. */
export async function copyAside(path: string, bytes: Uint8Array): Promise<string> {
  const aside = await freePath(path);
  await writeDurably(aside, bytes);
  return aside;
}

/** Removes the temporary files that killed processes left in a folder; those of processes that still run stay. */
export async function removeStrayTemporaryFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const pid = TEMPORARY_NAME.exec(entry.name)?.groups?.pid;
    if (pid === undefined || !entry.isFile() || (await belongsToAnother(Number(pid)))) continue;
    await rm(join(folder, entry.name), { force: true });
  }
}

async function belongsToAnother(pid: number): Promise<boolean> {
  return pid !== process.pid && (await observeProcess(pid)).kind === "running";
}

async function freePath(path: string): Promise<string> {
  const base = `${path}.damaged-${new Date().toISOString().replaceAll(/[-:]/g, "")}`;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!(await exists(candidate))) return candidate;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}
