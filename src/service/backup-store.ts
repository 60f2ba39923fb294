import { lstat, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ApiError } from "../api/api-error.ts";
import type { BackupSummary } from "../api/backups.ts";
import { describeFault } from "../core/dataset/fault.ts";
import { type BackupContent, packBackup, readBackup } from "./backup-zip.ts";
import { cannotStore, writeDurably } from "./durable-file.ts";
import { isMissing, reasonOf } from "./file-error.ts";
import { makeFolder } from "./make-folder.ts";
import { lastChange, type OwnFiles, readOwnFiles, writeOwnFiles } from "./own-files.ts";
import { removeStrayTemporaryFiles } from "./set-aside.ts";

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.zip$/;
const RECENT = 10;
const DAYS = 30;
const DAY_MS = 86_400_000;
const LEAST_APART_MS = 10 * 60_000;

/** The automatic backups of a data folder, packages aside, which have a trash of their own. Calls must not overlap: the service makes them one after the other. */
export class BackupStore {
  readonly #userData: string;
  readonly #folder: string;

  constructor(userData: string) {
    this.#userData = userData;
    this.#folder = join(userData, "backups");
  }

  /** The backups, the latest first. */
  async list(): Promise<readonly BackupSummary[]> {
    const names = await readdir(this.#folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const backups = names.flatMap((name) => {
      const at = timeOf(name);
      return at === null ? [] : [{ name, at }];
    });
    const sized = backups.map(async (own) => ({ ...own, size: (await lstat(join(this.#folder, own.name))).size }));
    return (await Promise.all(sized)).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Keeps a backup where something has changed since the last one and that is a while ago; takes away those that are too old. Clears away what killed processes left. */
  async keepIfDue(now: Date): Promise<void> {
    // One from the future was made while the clock was ahead: it must not keep away all others until then.
    const latest = (await this.list()).find(({ at }) => Date.parse(at) <= now.getTime());
    if (await isThere(this.#folder)) await removeStrayTemporaryFiles(this.#folder);
    const last = latest === undefined ? 0 : Date.parse(latest.at);
    const changed = await lastChange(this.#userData);
    if (changed <= last || now.getTime() - last < LEAST_APART_MS) return;
    await this.keep(now);
  }

  /** Keeps a backup of what there is now. */
  async keep(now: Date): Promise<void> {
    const at = now.toISOString();
    const files = await readOwnFiles(this.#userData);
    if (files.size === 0) return;
    await makeFolder(this.#folder, 0o700).catch((cause: unknown) => {
      throw cannotStore(this.#folder, reasonOf(cause), cause);
    });
    await writeDurably(join(this.#folder, nameOf(at)), packBackup({ at, files, packages: new Map() }));
    for (const name of outdated(await this.list(), now)) await rm(join(this.#folder, name), { force: true });
  }

  /** What a backup holds. One that cannot be read is an ApiError. */
  async read(name: string): Promise<BackupContent> {
    if (!(await this.list()).some((own) => own.name === name))
      throw new ApiError("not-found", `There is no backup ${name}.`);
    const { content, faults } = await readBackup(name, await readFile(join(this.#folder, name)));
    if (content === undefined) throw new ApiError("bad-request", faults.map(describeFault).join("\n"));
    return content;
  }

  /** Puts files in the place of what there is, which is backed up before. */
  async takeIn(files: OwnFiles, now: Date): Promise<void> {
    await this.keep(now);
    await writeOwnFiles(this.#userData, files);
  }

  /** The newest backup that can be read; null where there is none. */
  async newestGood(): Promise<BackupSummary | null> {
    for (const backup of await this.list()) {
      const bytes = await readFile(join(this.#folder, backup.name));
      if ((await readBackup(backup.name, bytes)).content !== undefined) return backup;
    }
    return null;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The backups to take away: all but the latest ten, and of each of the last thirty days the latest one. */
export function outdated(backups: readonly BackupSummary[], now: Date): readonly string[] {
  const latestOfDay = new Map<string, string>();
  for (const { at, name } of backups.toSorted((a, b) => (a.at < b.at ? -1 : 1))) latestOfDay.set(at.slice(0, 10), name);
  const isRecentDay = (at: string): boolean => now.getTime() - Date.parse(at.slice(0, 10)) < DAYS * DAY_MS;
  return backups
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(RECENT)
    .filter(({ at, name }) => !isRecentDay(at) || latestOfDay.get(at.slice(0, 10)) !== name)
    .map(({ name }) => name);
}

function nameOf(at: string): string {
  return `${at.slice(0, 10)}${at.slice(10).replaceAll(/[:.]/g, "")}.zip`;
}

function timeOf(name: string): string | null {
  const [, day, hour, minute, second, fraction] = NAME.exec(name) ?? [];
  return day === undefined ? null : `${day}T${hour}:${minute}:${second}.${fraction}Z`;
}
