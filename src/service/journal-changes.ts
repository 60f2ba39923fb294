import { createHash } from "node:crypto";
import { z } from "zod";
import { type Changes, headsOf, type NoteChange, unionOf } from "../core/notebook/note-change.ts";
import { journalEditSchema } from "../core/notebook/notebook-edit-schema.ts";
import type { JournalLine } from "./journal-lines.ts";

const lineSchema = z.object({ edit: z.record(z.string(), z.unknown()) });

/** The history of each note that has lines in a journal. Each line follows all that the journal had of its note before; what was merged says itself what it follows. */
export function changesInJournal(lines: readonly JournalLine[]): ReadonlyMap<string, Changes> {
  const histories = new Map<string, Changes>();
  for (const { text } of lines) {
    const raw = lineSchema.parse(JSON.parse(text)).edit;
    const { data: edit } = journalEditSchema.safeParse(raw);
    // A later version's line; whoever reads further says so elsewhere.
    if (edit === undefined) continue;
    const before = histories.get(edit.id) ?? new Map<string, NoteChange>();
    const news = edit.kind === "merge" ? edit.changes : [writtenChange(raw, edit, before)];
    histories.set(edit.id, unionOf(before, new Map(news.map((change) => [change.version, change]))));
  }
  return histories;
}

type WrittenEdit = Exclude<z.infer<typeof journalEditSchema>, { kind: "merge" }>;

function writtenChange(raw: Readonly<Record<string, unknown>>, edit: WrittenEdit, before: Changes): NoteChange {
  const { kind, at, by = "" } = edit;
  const version = versionOf(raw);
  const known = before.get(version);
  if (known !== undefined) return known;
  return {
    version,
    parents: headsOf(before),
    kind,
    at,
    by,
    fields: "fields" in edit ? writtenFields(raw, edit.fields) : {},
  };
}

// As they were written, without the defaults of fields that came later: every version of the workbench then tells the same change.
function writtenFields(raw: Readonly<Record<string, unknown>>, fields: NoteChange["fields"]): NoteChange["fields"] {
  const written = Object.keys(typeof raw.fields === "object" && raw.fields !== null ? raw.fields : {});
  return Object.fromEntries(Object.entries(fields).filter(([field]) => written.includes(field)));
}

// Over the edit as it stands in the journal and not over what came before it: a journal that lost a line to damage still names the others as every copy does.
function versionOf(raw: unknown): string {
  return createHash("sha256").update(JSON.stringify(raw)).digest("hex").slice(0, 32);
}
