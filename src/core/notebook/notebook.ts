import type { z } from "zod";
import type { Note } from "./note.ts";
import type { editSchema, mergeSchema } from "./notebook-edit-schema.ts";

/** All notes by id, those in the trash included. */
export interface Notebook {
  readonly notes: Readonly<Record<string, Note>>;
}

export const EMPTY_NOTEBOOK: Notebook = { notes: {} };

export type NoteMerge = Readonly<z.infer<typeof mergeSchema>>;
export type NotebookEdit = Readonly<z.infer<typeof editSchema>>;
export type JournalEdit = NotebookEdit | NoteMerge;

/** Why an edit was refused; nothing changed. */
export type EditRefusal =
  | { readonly kind: "exists"; readonly id: string }
  | { readonly kind: "not-found"; readonly id: string }
  | { readonly kind: "conflict"; readonly id: string; readonly basedOn: number; readonly current: Note };

export type Edited =
  | { readonly notebook: Notebook; readonly note: Note; readonly refusal?: never }
  | { readonly refusal: EditRefusal };

/** Applies an edit, or says why not. An edit based on an older revision than the note has is a conflict, so that no window writes over another. */
export function applyEdit(notebook: Notebook, edit: JournalEdit): Edited {
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
      contested: {},
    });
  }
  if (edit.kind === "merge" && current === undefined && edit.basedOn === 0) return withNote(notebook, edit.note);
  if (current === undefined) return { refusal: { kind: "not-found", id: edit.id } };
  if (current.revision !== edit.basedOn)
    return { refusal: { kind: "conflict", id: edit.id, basedOn: edit.basedOn, current } };
  if (edit.kind === "merge") return withNote(notebook, edit.note);
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
    case "change": {
      const fields = definedOnly(edit.fields);
      return { ...note, ...fields, contested: without(note.contested, Object.keys(fields)) };
    }
    case "delete":
      return { ...note, deleted: edit.at };
    case "restore":
      return { ...note, deleted: null };
  }
}

// What is written settles what was contested.
function without(contested: Note["contested"], fields: readonly string[]): Note["contested"] {
  const left = Object.entries(contested).filter(([field]) => !fields.includes(field));
  return Object.fromEntries(left);
}

function definedOnly<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

function withNote(notebook: Notebook, note: Note): Edited {
  return { notebook: { notes: { ...notebook.notes, [note.id]: note } }, note };
}
