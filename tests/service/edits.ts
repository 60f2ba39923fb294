import { randomUUID } from "node:crypto";
import { EMPTY_FIELDS, type NoteFields } from "../../src/core/notebook/note.ts";
import type { NotebookEdit } from "../../src/core/notebook/notebook.ts";

const AT = "2026-03-01T10:00:00.000Z";

/** An edit that adds a note of its own id. */
export function added(title: string, fields: Partial<NoteFields> = {}): NotebookEdit & { readonly kind: "add" } {
  return { kind: "add", id: randomUUID(), at: AT, fields: { ...EMPTY_FIELDS, ...fields, title } };
}

/** An edit that changes a note. */
export function changed(id: string, basedOn: number, fields: Partial<NoteFields>): NotebookEdit {
  return { kind: "change", id, basedOn, at: AT, fields };
}

/** An edit that puts a note into the trash. */
export function trashed(id: string, basedOn: number): NotebookEdit {
  return { kind: "delete", id, basedOn, at: AT };
}

/** An edit that takes a note out of the trash. */
export function restored(id: string, basedOn: number): NotebookEdit {
  return { kind: "restore", id, basedOn, at: AT };
}
