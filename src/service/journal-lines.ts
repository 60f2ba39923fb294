import { createHash } from "node:crypto";
import { z } from "zod";
import type { JournalEdit } from "../core/notebook/notebook.ts";
import { journalEditSchema } from "../core/notebook/notebook-edit-schema.ts";

/** The version of the journal that this program writes. */
export const JOURNAL_VERSION = 1;

/** A line of the journal whose checksum holds. */
export interface JournalLine {
  readonly seq: number;
  /** First 16 hexadecimal digits of the SHA-256 of the line before its checksum. */
  readonly sum: string;
  /** The line as it stands in the file, without its line end. */
  readonly text: string;
}

export interface JournalContent {
  /** What the header says; null where there is none that can be read. */
  readonly version: number | null;
  readonly lines: readonly JournalLine[];
  /** How many lines, the header among them, cannot be read: damage to something that was stored. */
  readonly damaged: number;
  /** Whether the last line has no end: it was being written when the program ended, and was never acknowledged. It is kept where all else of it is there. */
  readonly isTorn: boolean;
}

const headerSchema = z.object({ format: z.literal("ahq-notebook"), version: z.int().min(1) });
const lineSchema = z.object({ seq: z.int().min(1), edit: z.unknown() });
// With the flag s: JSON leaves U+2028 as it is, which a dot would not match otherwise.
const LINE = /^(?<body>\{"seq":(?<seq>[1-9]\d{0,14}),"edit":.+),"sum":"(?<sum>[0-9a-f]{16})"\}$/s;

/** The journal's first line, with its line end. */
export function printHeader(): string {
  return `${JSON.stringify({ format: "ahq-notebook", version: JOURNAL_VERSION })}\n`;
}

/** An edit as a line of the journal, without its line end. */
export function printLine(seq: number, edit: JournalEdit): JournalLine {
  const body = JSON.stringify({ seq, edit }).slice(0, -1);
  const sum = checksum(body);
  return { seq, sum, text: `${body},"sum":"${sum}"}` };
}

/** Reads a journal to its end, whatever happened to it. */
export function readJournalContent(bytes: Uint8Array): JournalContent {
  const texts = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
  const last = texts.pop() ?? "";
  const version = readHeader(texts[0] ?? "");
  const lines: JournalLine[] = [];
  let damaged = 0;
  for (const text of version === null ? texts : texts.slice(1)) {
    const line = readLine(text);
    // Numbers only grow: a line that does not is a copy of an earlier one, whatever put it there.
    if (line === null || line.seq <= (lines.at(-1)?.seq ?? 0)) damaged++;
    else lines.push(line);
  }
  const ending = readLine(last);
  if (ending !== null && ending.seq > (lines.at(-1)?.seq ?? 0)) lines.push(ending);
  return { version, lines, damaged: damaged + Number(version === null && damaged === 0), isTorn: last !== "" };
}

/** The good lines of a journal that mention a text, such as the id of a note. The others are not looked at, so that it takes a moment in a long journal too. */
export function readLinesWith(bytes: Uint8Array, text: string): readonly JournalLine[] {
  const journal = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: JournalLine[] = [];
  for (let at = journal.indexOf(text); at !== -1; ) {
    const end = journal.indexOf("\n", at);
    const line = readLine(journal.toString("utf8", journal.lastIndexOf("\n", at) + 1, end === -1 ? undefined : end));
    if (line !== null && line.seq > (lines.at(-1)?.seq ?? 0)) lines.push(line);
    at = end === -1 ? -1 : journal.indexOf(text, end);
  }
  return lines;
}

/** The edit of a line; null where a later version of the workbench wrote one that this version does not know. */
export function editOf(line: JournalLine): JournalEdit | null {
  return journalEditSchema.safeParse(lineSchema.parse(JSON.parse(line.text)).edit).data ?? null;
}

function readLine(text: string): JournalLine | null {
  const { body, seq, sum } = LINE.exec(text)?.groups ?? {};
  if (body === undefined || sum === undefined || checksum(body) !== sum) return null;
  return { seq: Number(seq), sum, text };
}

function readHeader(text: string): number | null {
  try {
    return headerSchema.safeParse(JSON.parse(text)).data?.version ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

// The same SHA-256 as the core's, which has no platform to ask; a long journal is read some fifty times faster so.
function checksum(body: string): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 16);
}
