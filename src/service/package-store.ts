import { link, lstat, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isZipName } from "../formats/file-kind.ts";
import { cannotStore, flushFolder, moveDurably, writeDurably } from "./durable-file.ts";
import { isMissing, reasonOf } from "./file-error.ts";
import { makeFolder } from "./make-folder.ts";
import { removedAt, trashName } from "./package-trash.ts";
import { safeFileName } from "./safe-file-name.ts";
import { removeStrayTemporaryFiles } from "./set-aside.ts";
import { userPackagesFolder } from "./user-data-folder.ts";

/** Where a package now is, and the name in the trash of the one whose place it took. */
export interface Placed {
  readonly path: string;
  readonly replaced: string | null;
}

/**
 * The user's packages and their trash on the disk. Nothing is lost: what gives way goes to the trash first, and every step is one rename,
 * so that a process that is killed at any moment leaves the old package or the new one. Calls must not overlap: the service makes them one after the other.
 */
export class PackageStore {
  readonly packages: string;
  readonly trash: string;

  constructor(userData: string) {
    this.packages = userPackagesFolder(userData);
    this.trash = join(userData, "trash");
  }

  /** Clears away what killed processes left: temporary files, and copies in the trash of what is still in the library. */
  async prepare(): Promise<void> {
    for (const folder of [this.packages, this.trash])
      if (await isThere(folder)) await removeStrayTemporaryFiles(folder);
    for (const name of await this.removed()) {
      const path = join(this.trash, name);
      if (isZipName(name) && (await this.#hasCopyOf(path))) await rm(path, { force: true });
    }
  }

  /** Stores a zipped package of an id in the place of the current one of that id, where there is one. */
  async put(bytes: Uint8Array, id: string, current: string | null): Promise<Placed> {
    await createFolder(this.packages);
    return this.#place(id, current, true, (path) => writeDurably(path, bytes));
  }

  /** Writes new content over a zip of the user's, which is whole at every moment. */
  async rewrite(path: string, bytes: Uint8Array): Promise<void> {
    await writeDurably(path, bytes);
  }

  /** Moves a package to the trash; its name there. */
  async discard(path: string, id: string): Promise<string> {
    const to = await this.#freeTrashPath(path, id);
    await moveDurably(path, to);
    return basename(to);
  }

  /** Takes a package out of the trash, in the place of the current one of its id, where there is one. */
  async bringBack(name: string, id: string, current: string | null): Promise<Placed> {
    await createFolder(this.packages);
    return this.#place(id, current, isZipName(name), (path) => moveDurably(join(this.trash, name), path));
  }

  /** The names in the trash, the latest first. */
  async removed(): Promise<readonly string[]> {
    const names = await readdir(this.trash).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const times = names.map((name) => [removedAt(name) ?? "", name] as const).filter(([time]) => time !== "");
    return times.sort(([a, m], [b, n]) => (a === b ? (m < n ? -1 : 1) : a < b ? 1 : -1)).map(([, name]) => name);
  }

  /** Deletes packages of the trash for good. */
  async erase(names: readonly string[]): Promise<void> {
    try {
      for (const name of names) await rm(join(this.trash, name), { recursive: true });
    } catch (cause) {
      throw cannotStore(this.trash, reasonOf(cause), cause);
    }
  }

  async #place(
    id: string,
    current: string | null,
    asZip: boolean,
    put: (path: string) => Promise<void>,
  ): Promise<Placed> {
    const name = safeFileName(asZip ? `${id}.zip` : id);
    const own = join(this.packages, name);
    // A zip gives way to a zip in one step; anything else makes room after the new one is there.
    if (asZip && current === own && (await lstat(own)).isFile())
      return { path: own, replaced: await this.#replace(own, id, put) };
    const path = await freePath(this.packages, name);
    await put(path);
    return { path, replaced: current === null ? null : await this.discard(current, id) };
  }

  async #replace(path: string, id: string, put: (path: string) => Promise<void>): Promise<string> {
    const copy = await this.#freeTrashPath(path, id);
    await keepCopy(path, copy);
    try {
      await put(path);
    } catch (error) {
      // The old one is still in its place: where even this fails, the next start clears its copy away.
      await rm(copy, { force: true }).catch(() => undefined);
      throw error;
    }
    return basename(copy);
  }

  async #freeTrashPath(path: string, id: string): Promise<string> {
    await createFolder(this.trash);
    const at = new Date();
    for (let number = 1; ; number++) {
      const candidate = join(this.trash, trashName(path, id, at, number));
      if (!(await isThere(candidate))) return candidate;
    }
  }

  async #hasCopyOf(trashed: string): Promise<boolean> {
    const wanted = await lstat(trashed);
    const names = await readdir(this.packages).catch(() => []);
    for (const path of names.filter(isZipName).map((name) => join(this.packages, name))) {
      const found = await lstat(path);
      if (!found.isFile() || found.size !== wanted.size) continue;
      if (found.ino === wanted.ino || (await readFile(path)).equals(await readFile(trashed))) return true;
    }
    return false;
  }
}

async function createFolder(folder: string): Promise<void> {
  try {
    if (await makeFolder(folder, 0o700)) await flushFolder(dirname(folder));
  } catch (cause) {
    throw cannotStore(folder, reasonOf(cause), cause);
  }
}

// A link costs neither time nor space, and the new content goes to a file of its own; where a file system has no links, the bytes are copied.
async function keepCopy(path: string, copy: string): Promise<void> {
  await link(path, copy).then(
    () => flushFolder(dirname(copy)),
    async () => writeDurably(copy, await readFile(path)),
  );
}

async function freePath(folder: string, name: string): Promise<string> {
  const [, stem = name, extension = ""] = /^(.*?)(\.zip)?$/.exec(name) ?? [];
  for (let number = 1; ; number++) {
    const candidate = join(folder, number === 1 ? name : `${stem}-${number}${extension}`);
    if (!(await isThere(candidate))) return candidate;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}
