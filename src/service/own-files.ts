import { lstat, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../core/dataset/fault.ts";
import { wholeFileFault } from "../formats/input-limits.ts";
import { flushFolder, writeDurably } from "./durable-file.ts";
import { readJournalContent } from "./journal-lines.ts";
import { JOURNAL_FILE, SNAPSHOT_FILE } from "./notebook-store.ts";

/** Files of a data folder by their names. */
export type OwnFiles = ReadonlyMap<string, Uint8Array>;

/** What an analyst wrote or chose stands in such files of the data folder itself; owner records have a number in their name, and the snapshot follows from the journal. */
export function isOwnFile(name: string): boolean {
  return /^[a-z][a-z-]*\.jsonl?$/.test(name) && name !== SNAPSHOT_FILE;
}

/** The files of a data folder that are the analyst's own, packages aside. */
export async function readOwnFiles(folder: string): Promise<OwnFiles> {
  const names = await ownNames(folder);
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
}

/** When one of these files was changed last, in milliseconds; 0 where there is none. */
export async function lastChange(folder: string): Promise<number> {
  const times = (await ownNames(folder)).map(async (name) => (await lstat(join(folder, name))).mtimeMs);
  return Math.max(0, ...(await Promise.all(times)));
}

/** What keeps files from being taken for an analyst's own: a journal that is not whole, JSON that is none. */
export function ownFileFaults(files: OwnFiles): readonly Fault[] {
  return [...files].flatMap(([name, bytes]) => {
    if (!isOwnFile(name)) return [wholeFileFault(name, "a name that is not known", "a file of a data folder")];
    if (name === JOURNAL_FILE)
      return isWholeJournal(bytes) ? [] : [wholeFileFault(name, "a damaged journal", "a whole one")];
    return isJsonObject(bytes) ? [] : [wholeFileFault(name, "no JSON", "a whole file")];
  });
}

/** Puts files in the place of those that have their names; each is whole at every moment, and others stay. */
export async function writeOwnFiles(folder: string, files: OwnFiles): Promise<void> {
  // Of the journal that is there now: beside another one it would bring back what this is to take away.
  if (files.has(JOURNAL_FILE)) await rm(join(folder, SNAPSHOT_FILE), { force: true });
  await flushFolder(folder);
  for (const [name, bytes] of files) await writeDurably(join(folder, name), bytes);
}

async function ownNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() && isOwnFile(entry.name) ? [entry.name] : [])).sort();
}

function isWholeJournal(bytes: Uint8Array): boolean {
  const { version, damaged, isTorn } = readJournalContent(bytes);
  return version !== null && damaged === 0 && !isTorn;
}

function isJsonObject(bytes: Uint8Array): boolean {
  try {
    const content: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof content === "object" && content !== null && !Array.isArray(content);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
}
