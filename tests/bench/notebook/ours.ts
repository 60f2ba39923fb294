import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EMPTY_FIELDS, NOTE_STATUSES, type NoteStatus } from "../../../src/core/notebook/note.ts";
import type { NotebookEdit } from "../../../src/core/notebook/notebook.ts";
import { printHeader, printLine } from "../../../src/service/journal-lines.ts";
import { JOURNAL_FILE } from "../../../src/service/notebook-store.ts";

const AT = "2026-03-01T10:00:00.000Z";
const STATES = ["BE", "CZ", "DE", "EE", "ES", "FR", "HR", "CY", "LV", "LT", "LU", "HU", "NL", "PL", "SI", "SK"];
const WORDS = "open sources police groups closed evidence court platform crawler training budget law partner".split(
  " ",
);
const STATUSES = Object.keys(NOTE_STATUSES) as NoteStatus[];

/** Writes into a data folder the notebook's journal of so many notes with so many changes each, as the program writes it. */
export async function writeJournal(folder: string, notes: number, changes: number): Promise<void> {
  const ids = Array.from({ length: notes }, () => randomUUID());
  const edits = Array.from({ length: changes }, (_, i) =>
    ids.map((id, note) => (i === 0 ? added(id, note) : changed(id, note, i))),
  );
  const lines = edits.flat().map((edit, i) => printLine(i + 1, edit).text);
  await writeFile(join(folder, JOURNAL_FILE), `${printHeader()}${lines.join("\n")}\n`);
}

function added(id: string, note: number): NotebookEdit {
  const state = nth(STATES, note);
  const fields = {
    ...EMPTY_FIELDS,
    title: `Which ${nth(WORDS, note)} of ${state} are ${nth(WORDS, note * 7 + 3)}, number ${note}?`,
    body: bodyOf(note),
    status: nth(STATUSES, note),
    tags: [nth(WORDS, note * 3)],
    addressees: [state],
    links: [{ ref: `emn-ahq-1055/response/3.${(note % 7) + 1}/${state}`, digest: null }],
  };
  return { kind: "add", id, at: AT, fields };
}

function changed(id: string, note: number, revision: number): NotebookEdit {
  return { kind: "change", id, at: AT, basedOn: revision, fields: { body: `${bodyOf(note)} ${revision}` } };
}

function bodyOf(note: number): string {
  return Array.from({ length: 40 }, (_, i) => nth(WORDS, note * 13 + i * i)).join(" ");
}

function nth<Item>(items: readonly Item[], n: number): Item {
  return items[n % items.length] as Item;
}
