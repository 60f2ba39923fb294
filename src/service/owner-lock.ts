import { randomBytes } from "node:crypto";
import { link, readdir, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { temporaryPath, writeDurably, writeNewFile } from "./durable-file.ts";
import { errorCode, isMissing } from "./file-error.ts";
import {
  decideClaim,
  describeHolder,
  type Generation,
  generationFile,
  generationNumber,
  hasWon,
  isHeld,
  type OwnerRecord,
  ownerRecordSchema,
  type ProgramName,
} from "./owner-record.ts";
import { type ObservedProcess, observeProcess } from "./process-identity.ts";

export type Claim =
  | { readonly kind: "owner" /** Whether the folder was taken by this very claim. */; readonly isNew: boolean }
  | { readonly kind: "reader"; readonly heldBy: string };

type Outcome = { readonly kind: "won" } | { readonly kind: "lost"; readonly heldBy: string };

// Starting over ends by itself, unless a claimer was stopped in the middle of its claim.
const ATTEMPTS = 50;
// What this process has claimed by. A number is given again: whoever had it before had another nonce.
const NONCES_OF_THIS_PROCESS = new Set<string>();

const UNKNOWN_HOLDER = "another program that is just starting";

/**
 * One owner a data folder, without a clock. Files `owner-<n>.json` are generations: the holder of the highest is the owner.
 * A generation is created once, whole, and never twice at the same time; the highest is never removed while it is held, so numbers only grow.
 */
export interface OwnerLock {
  /** Becomes the owner where no living process is, or says who is. Rejects where the folder cannot be read or written. */
  readonly claim: () => Promise<Claim>;
  /** Gives the folder up. Its file stays, marked as released: were it deleted, a slow claimer could create a lower number. */
  readonly release: () => Promise<void>;
}

/** The lock of a data folder that exists. */
export function createOwnerLock(folder: string, program: ProgramName): OwnerLock {
  let own: { readonly number: number; readonly record: OwnerRecord } | null = null;

  const claim = async (): Promise<Claim> => {
    if (own !== null && (await highestNumber(folder)) === own.number) return { kind: "owner", isNew: false };
    own = null;
    const record = await recordOf(program);
    for (let attempt = 1; ; attempt++) {
      const decision = decideClaim(await highestGeneration(folder));
      if (decision.kind === "read") return { kind: "reader", heldBy: describeHolder(decision.holder, record.hostname) };
      const outcome = await take(folder, decision.number, record);
      if (outcome.kind === "won") {
        own = { number: decision.number, record };
        return { kind: "owner", isNew: true };
      }
      if (attempt === ATTEMPTS) return { kind: "reader", heldBy: outcome.heldBy };
      // Two that gave way to each other must not start over in step.
      await pause(Math.random() * 10);
    }
  };

  const release = async (): Promise<void> => {
    if (own === null || (await highestNumber(folder)) !== own.number) return;
    await writeDurably(join(folder, generationFile(own.number)), printRecord({ ...own.record, released: true }));
    own = null;
  };

  return { claim, release };
}

async function take(folder: string, number: number, record: OwnerRecord): Promise<Outcome> {
  const path = join(folder, generationFile(number));
  if (!(await createWhole(path, printRecord(record)))) return { kind: "lost", heldBy: UNKNOWN_HOLDER };
  const generations = await readGenerations(folder);
  if (!hasWon(number, generations)) {
    await rm(path, { force: true });
    return { kind: "lost", heldBy: heldByAnother(number, generations, record.hostname) };
  }
  const lower = generations.filter((generation) => generation.number < number);
  await Promise.all(lower.map((generation) => rm(join(folder, generationFile(generation.number)), { force: true })));
  return { kind: "won" };
}

function heldByAnother(own: number, generations: readonly Generation[], here: string): string {
  for (const { number, record, isHeld: held } of generations)
    if (number !== own && held && record !== null) return describeHolder({ number, record }, here);
  return UNKNOWN_HOLDER;
}

// A link puts name and content there in one step. Where a file system has no links, the content follows the name, which `hasWon` allows for.
async function createWhole(path: string, content: string): Promise<boolean> {
  const bytes = Buffer.from(content, "utf8");
  const temporary = temporaryPath(path);
  try {
    await writeNewFile(temporary, bytes);
    return await link(temporary, path).then(
      () => true,
      (error: unknown) => (errorCode(error) === "EEXIST" ? false : createNamed(path, bytes)),
    );
  } finally {
    await rm(temporary, { force: true });
  }
}

async function createNamed(path: string, bytes: Uint8Array): Promise<boolean> {
  return writeNewFile(path, bytes).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    },
  );
}

async function recordOf(program: ProgramName): Promise<OwnerRecord> {
  const self = await observeProcess(process.pid);
  const started = self.kind === "running" ? self.started : null;
  const nonce = randomBytes(12).toString("hex");
  NONCES_OF_THIS_PROCESS.add(nonce);
  return { pid: process.pid, started, hostname: hostname(), program, nonce, released: false };
}

async function highestNumber(folder: string): Promise<number | null> {
  const numbers = await generationNumbers(folder);
  return numbers.length === 0 ? null : Math.max(...numbers);
}

async function highestGeneration(folder: string): Promise<Generation | null> {
  const number = await highestNumber(folder);
  return number === null ? null : readGeneration(folder, number);
}

async function readGenerations(folder: string): Promise<readonly Generation[]> {
  const numbers = await generationNumbers(folder);
  return Promise.all(numbers.map((number) => readGeneration(folder, number)));
}

async function generationNumbers(folder: string): Promise<readonly number[]> {
  return (await readdir(folder)).map(generationNumber).filter((number) => number !== null);
}

async function readGeneration(folder: string, number: number): Promise<Generation> {
  const record = await readRecord(join(folder, generationFile(number)));
  if (record === null) return { number, record, isHeld: false };
  return { number, record, isHeld: isHeld(record, hostname(), await observeHolder(record)) };
}

async function observeHolder({ pid, nonce }: OwnerRecord): Promise<ObservedProcess> {
  if (pid === process.pid && !NONCES_OF_THIS_PROCESS.has(nonce)) return { kind: "gone" };
  return observeProcess(pid);
}

// A file that is gone or half written names no one; damage must not lock an analyst out of the data.
async function readRecord(path: string): Promise<OwnerRecord | null> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  return text === null ? null : parseRecord(text);
}

function parseRecord(text: string): OwnerRecord | null {
  try {
    return ownerRecordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function printRecord(record: OwnerRecord): string {
  return `${JSON.stringify(record)}\n`;
}
