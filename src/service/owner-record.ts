import { z } from "zod";
import type { ObservedProcess } from "./process-identity.ts";

/** The programs that can hold a data folder, as a person knows them. */
export type ProgramName = "desktop" | "browser mode" | "command line";

/** Who holds a data folder. Read loosely: a later version may say more, and is respected all the same. */
export const ownerRecordSchema = z.object({
  pid: z.int().min(1),
  /** Tells a process from a later one of the same number: its start, or on Windows its program; null where the system does not say. */
  started: z.string().nullable(),
  hostname: z.string(),
  program: z.string(),
  nonce: z.string(),
  released: z.boolean(),
});

export type OwnerRecord = Readonly<z.infer<typeof ownerRecordSchema>>;

/** One file `owner-<number>.json`, and whether the process that it names still holds the folder. A record that cannot be read is null: it is of no one. */
export interface Generation {
  readonly number: number;
  readonly record: OwnerRecord | null;
  readonly isHeld: boolean;
}

export type ClaimDecision =
  | { readonly kind: "create"; readonly number: number }
  | { readonly kind: "read"; readonly holder: Generation & { readonly record: OwnerRecord } };

const GENERATION_FILE = /^owner-(?<number>[1-9]\d{0,14})\.json$/;

/** The file of a generation. */
export function generationFile(number: number): string {
  return `owner-${number}.json`;
}

/** The number of a generation's file; null where the name is of no generation. */
export function generationNumber(fileName: string): number | null {
  const number = GENERATION_FILE.exec(fileName)?.groups?.number;
  return number === undefined ? null : Number(number);
}

/** Whether a record's process holds the folder still. One of another computer cannot be looked at, so it counts as alive. */
export function isHeld(record: OwnerRecord, hostname: string, observed: ObservedProcess): boolean {
  if (record.released) return false;
  if (record.hostname !== hostname) return true;
  if (observed.kind === "gone") return false;
  return record.started === null || observed.started === null || record.started === observed.started;
}

/** What a claimer does about the highest generation: read beside its holder, or create the next one. */
export function decideClaim(highest: Generation | null): ClaimDecision {
  if (highest === null) return { kind: "create", number: 1 };
  const { number, record } = highest;
  if (record !== null && highest.isHeld) return { kind: "read", holder: { ...highest, record } };
  return { kind: "create", number: number + 1 };
}

/**
 * Whether a claimer that has just created a generation owns the folder. A higher generation means that it was slow and others went on;
 * a lower one that is held means that its holder had not yet written its name when the claimer looked.
 */
export function hasWon(own: number, generations: readonly Generation[]): boolean {
  return generations.every(({ number, isHeld: held }) => number === own || (number < own && !held));
}

/** Names a holder to a person, with the way out where nothing here can tell whether it still runs. */
export function describeHolder({ record, number }: { record: OwnerRecord; number: number }, hostname: string): string {
  const process = `process ${record.pid}`;
  if (record.hostname === hostname) return `${record.program} (${process})`;
  return `${record.program} on the computer ${record.hostname} (${process}; if it no longer runs there, delete ${generationFile(number)} in the data folder)`;
}
