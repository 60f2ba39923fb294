import { FIELD_NAMES, NOTE_PRIORITIES, NOTE_STATUSES, type Note, type NoteFields } from "../../core/notebook/note.ts";
import type { NoteVersion } from "../../core/notebook/note-history.ts";
import { type Output, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

const SHORTEST_ID = 8;

const COLUMNS = ["Id", "Status", "Title", "Priority", "Due", "Addressees", "Cites", "Changed"].map((header) => ({
  header,
}));

/** Writes notes as a table, each by the beginning of its id that no other note of the notebook has. */
export function writeNotes(output: Output, notes: readonly Note[], notebook: readonly Note[]): void {
  const length = shortIdLength(notebook);
  const rows = notes.map(({ id, status, priority, due, title, addressees, links, changed }) => {
    const cites = links.map(({ ref }) => ref).join(" ");
    const facts = [NOTE_STATUSES[status], title, NOTE_PRIORITIES[priority], due ?? ""];
    return [id.slice(0, length), ...facts, addressees.join(" "), cites, changed.slice(0, 10)];
  });
  writeTable(output, COLUMNS, rows);
}

/** Writes a note whole. */
export function writeNote(output: Output, note: Note): void {
  const { id, title, body, status, priority, due, author, tags, addressees, links } = note;
  const { revision, created, changed, deleted, contested } = note;
  const facts = [
    ["Id", id],
    ["Status", NOTE_STATUSES[status]],
    ["Priority", NOTE_PRIORITIES[priority]],
    ["Due", due ?? ""],
    ["Author", author],
    ["Tags", tags.join(", ")],
    ["Addressees", addressees.join(", ")],
    ["Cites", links.map(({ ref }) => ref).join(", ")],
    ["Created", created],
    ["Changed", `${changed}, revision ${revision}`],
    ["Deleted", deleted ?? ""],
  ].filter(([, value]) => value !== "");
  for (const line of [title, "", ...facts.map(([name = "", value]) => `${name.padEnd(12)}${value}`)])
    writeLine(output, line);
  if (body !== "") writeLine(output, `\n${body}`);
  for (const field of FIELD_NAMES) {
    const values = contested[field] ?? [];
    if (values.length > 0)
      writeLine(output, `\nTwo wrote the ${field} without knowing of each other; an edit of it settles which:`);
    for (const { value, at, by } of values) writeLine(output, `  ${at}  ${signature(by)}${inWords(value)}`);
  }
}

/** Writes the versions of a note, the first one first: when, who, and what was changed from what to what. */
export function writeHistory(output: Output, versions: readonly NoteVersion[]): void {
  for (const { version, at, by, kind, changed } of versions) {
    writeLine(output, `${version.slice(0, SHORTEST_ID)}  ${at}  ${signature(by)}${kind}`);
    for (const { field, from, to } of changed)
      writeLine(output, `          ${field}: ${kind === "add" ? "" : `${inWords(from)} -> `}${inWords(to)}`);
  }
}

function signature(by: string): string {
  return by === "" ? "" : `${by}  `;
}

function inWords(value: NoteFields[keyof NoteFields]): string {
  if (value === null || value.length === 0) return "nothing";
  if (typeof value === "string") return JSON.stringify(value);
  return value.map((one) => (typeof one === "string" ? one : one.ref)).join(", ");
}

function shortIdLength(notes: readonly Note[]): number {
  const ids = notes.map(({ id }) => id);
  const isUnique = (length: number): boolean => new Set(ids.map((id) => id.slice(0, length))).size === ids.length;
  let length = SHORTEST_ID;
  while (!isUnique(length)) length++;
  return length;
}
