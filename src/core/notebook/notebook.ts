import { z } from "zod";
import { type Note, noteFieldsSchema } from "./note.ts";

/** All notes by id, those in the trash included. */
export interface Notebook {
  readonly notes: Readonly<Record<string, Note>>;
}

export const EMPTY_NOTEBOOK: Notebook = { notes: {} };

const stamp = { id: z.uuid(), at: z.iso.datetime() };
const based = { ...stamp, basedOn: z.int().min(1) };

/** One change to a notebook. Ids and times are given, so that an edit gives the same notebook wherever it is replayed. */
export const editSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), ...stamp, fields: noteFieldsSchema }),
  z.strictObject({ kind: z.literal("change"), ...based, fields: noteFieldsSchema.partial() }),
  z.strictObject({ kind: z.literal("delete"), ...based }),
  z.strictObject({ kind: z.literal("restore"), ...based }),
]);

export type NotebookEdit = Readonly<z.infer<typeof editSchema>>;

/** Why an edit was refused; nothing changed. */
export type EditRefusal =
  | { readonly kind: "exists"; readonly id: string }
  | { readonly kind: "not-found"; readonly id: string }
  | { readonly kind: "conflict"; readonly id: string; readonly basedOn: number; readonly current: Note };

export type Edited =
  | { readonly notebook: Notebook; readonly note: Note; readonly refusal?: never }
  | { readonly refusal: EditRefusal };

/** Applies an edit, or says why not. An edit based on an older revision than the note has is a conflict, so that no window writes over another. */
export function applyEdit(notebook: Notebook, edit: NotebookEdit): Edited {
  const current = Object.hasOwn(notebook.notes, edit.id) ? notebook.notes[edit.id] : undefined;
  if (edit.kind === "add") {
    if (current !== undefined) return { refusal: { kind: "exists", id: edit.id } };
    return withNote(notebook, {
      ...edit.fields,
      id: edit.id,
      revision: 1,
      created: edit.at,
      changed: edit.at,
      deleted: null,
    });
  }
  if (current === undefined) return { refusal: { kind: "not-found", id: edit.id } };
  if (current.revision !== edit.basedOn)
    return { refusal: { kind: "conflict", id: edit.id, basedOn: edit.basedOn, current } };
  return withNote(notebook, { ...changedNote(current, edit), revision: current.revision + 1, changed: edit.at });
}

/** The notes that are not in the trash, latest change first. */
export function activeNotes(notebook: Notebook): readonly Note[] {
  return Object.values(notebook.notes)
    .filter((note) => note.deleted === null)
    .sort((a, b) => descending(a.changed, b.changed) || -descending(a.id, b.id));
}

// By code unit: times and ids sort the same under every locale.
function descending(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

/** Says a refusal for a person. */
export function describeRefusal(refusal: EditRefusal): string {
  switch (refusal.kind) {
    case "exists":
      return `there is already a note ${refusal.id}`;
    case "not-found":
      return `there is no note ${refusal.id}`;
    case "conflict":
      return `note ${refusal.id} has changed since: the edit is based on revision ${refusal.basedOn}, the note is at ${refusal.current.revision}`;
  }
}

function changedNote(note: Note, edit: Exclude<NotebookEdit, { kind: "add" }>): Note {
  switch (edit.kind) {
    case "change":
      return { ...note, ...definedOnly(edit.fields) };
    case "delete":
      return { ...note, deleted: edit.at };
    case "restore":
      return { ...note, deleted: null };
  }
}

function definedOnly<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

function withNote(notebook: Notebook, note: Note): Edited {
  return { notebook: { notes: { ...notebook.notes, [note.id]: note } }, note };
}
