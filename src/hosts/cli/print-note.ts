import { NOTE_STATUSES, type Note } from "../../core/notebook/note.ts";
import { type Output, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

const SHORTEST_ID = 8;

const COLUMNS = ["Id", "Status", "Title", "Addressees", "Cites", "Changed"].map((header) => ({ header }));

/** Writes notes as a table, each by the beginning of its id that no other note of the notebook has. */
export function writeNotes(output: Output, notes: readonly Note[], notebook: readonly Note[]): void {
  const length = shortIdLength(notebook);
  const rows = notes.map(({ id, status, title, addressees, links, changed }) => {
    const cites = links.map(({ ref }) => ref).join(" ");
    return [id.slice(0, length), NOTE_STATUSES[status], title, addressees.join(" "), cites, changed.slice(0, 10)];
  });
  writeTable(output, COLUMNS, rows);
}

/** Writes a note whole. */
export function writeNote(output: Output, note: Note): void {
  const { id, title, body, status, tags, addressees, links, revision, created, changed, deleted } = note;
  const facts = [
    ["Id", id],
    ["Status", NOTE_STATUSES[status]],
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
}

function shortIdLength(notes: readonly Note[]): number {
  const ids = notes.map(({ id }) => id);
  const isUnique = (length: number): boolean => new Set(ids.map((id) => id.slice(0, length))).size === ids.length;
  let length = SHORTEST_ID;
  while (!isUnique(length)) length++;
  return length;
}
