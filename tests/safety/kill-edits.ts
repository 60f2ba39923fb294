import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { readBackup } from "../../src/service/backup-zip.ts";
import { DataFolder } from "../../src/service/data-folder.ts";
import { DraftStore } from "../../src/service/draft-store.ts";
import { readJournalContent } from "../../src/service/journal-lines.ts";
import { JOURNAL_FILE, NotebookStore } from "../../src/service/notebook-store.ts";
import { chanceOf } from "../fixtures/chance.ts";

export interface KillPlan {
  /** The built driver, tests/service/driver.ts. */
  readonly driver: string;
  /** An empty data folder. */
  readonly folder: string;
  readonly kills: number;
  /** Decides when each process is killed and what it writes. */
  readonly seed: number;
}

export interface KillReport {
  readonly kills: number;
  /** Changes that a process said to have stored before it was killed. */
  readonly acknowledged: number;
  /** Acknowledged changes that were not there afterwards. */
  readonly lost: number;
  /** Files that could not be read to their end at some start. */
  readonly unreadable: number;
  /** Temporary files that were left after a last start. */
  readonly strays: number;
}

const acknowledgedSchema = z.object({ kind: z.enum(["note", "draft"]), id: z.string(), revision: z.number() });

// Every second process lives so long from its start, often not until it owns its folder; the others from their first change on.
const LONGEST_LIFE_MS = 400;

/** Has processes write into one notebook and kills each at a random moment, then counts what was lost. */
export async function killEdits({ driver, folder, kills, seed }: KillPlan): Promise<KillReport> {
  const next = chanceOf(seed);
  const acknowledged = new Map<string, number>();
  const sound = new Set<string>();
  let [changes, unreadable] = [0, 0];
  for (let kill = 1; kill <= kills; kill++) {
    const args = [driver, "notebook-forever", folder, String(seed + kill)];
    const lines = await killedAfter(args, next.below(LONGEST_LIFE_MS), kill % 2 === 0);
    for (const line of lines) {
      const { data } = acknowledgedSchema.safeParse(jsonOf(line));
      if (data === undefined) continue;
      changes++;
      const key = `${data.kind} ${data.id}`;
      acknowledged.set(key, Math.max(acknowledged.get(key) ?? 0, data.revision));
    }
    unreadable += await unreadableFiles(folder, sound);
  }
  const last = new DataFolder(folder, "desktop");
  await last.open();
  await last.close();
  unreadable += await unreadableFiles(folder, sound);
  return {
    kills,
    acknowledged: changes,
    lost: await lostOf(folder, acknowledged),
    unreadable,
    strays: await straysIn(folder),
  };
}

async function killedAfter(
  args: readonly string[],
  lifeMs: number,
  fromFirstLine: boolean,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  const first = once(output, "line");
  output.on("line", (line) => lines.push(line));
  if (fromFirstLine) await Promise.race([first, ended]);
  await Promise.race([pause(lifeMs), ended]);
  child.kill("SIGKILL");
  await ended;
  return lines;
}

// A line that a kill cut off was never acknowledged whole.
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

// A backup that was whole once is never written again, so it is read once.
async function unreadableFiles(folder: string, sound: Set<string>): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  let unreadable = 0;
  for (const entry of entries) {
    if (!entry.isFile() || sound.has(entry.name) || entry.name.startsWith(".") || entry.name.startsWith("owner-"))
      continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const isSound = await isReadable(entry.name, bytes);
    if (isSound && entry.name.endsWith(".zip")) sound.add(entry.name);
    unreadable += Number(!isSound);
  }
  return unreadable;
}

async function isReadable(name: string, bytes: Buffer): Promise<boolean> {
  if (name === JOURNAL_FILE) return readJournalContent(bytes).damaged === 0;
  if (name.endsWith(".zip")) return (await readBackup(name, bytes)).faults === undefined;
  return name.includes(".damaged-") ? readJournalContent(bytes).damaged === 0 : jsonOf(bytes.toString("utf8")) !== null;
}

async function lostOf(folder: string, acknowledged: ReadonlyMap<string, number>): Promise<number> {
  const notebook = new NotebookStore(folder);
  await notebook.prepare();
  const there = new Map<string, number>([
    ...notebook.notes.map(({ id, revision }) => [`note ${id}`, revision] as const),
    ...(await new DraftStore(folder).list()).map(({ id, revision }) => [`draft ${id}`, revision] as const),
  ]);
  const lost = [...acknowledged].map(([key, revision]) => Math.max(0, revision - (there.get(key) ?? 0)));
  return lost.reduce((sum, own) => sum + own, 0);
}

async function straysIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".tmp") && !/(?:^|[\\/])\.owner-/.test(name)).length;
}
