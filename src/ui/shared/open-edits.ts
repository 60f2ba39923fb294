import type { Note } from "../../core/notebook/note.ts";
import { applyEdit, type Notebook, type NotebookEdit } from "../../core/notebook/notebook.ts";

/** An edit that is on screen and not known to be stored: on its way, or refused for the reason given. */
export interface OpenEdit {
  readonly edit: NotebookEdit;
  readonly refusal: string | null;
}

type Written = Extract<NotebookEdit, { readonly kind: "add" | "change" }>;

/** The open edits with these on their way. What was refused of the same notes went with them: `withRefused`. */
export function withEdited(open: readonly OpenEdit[], edits: readonly NotebookEdit[]): readonly OpenEdit[] {
  const ids = new Set(edits.map(({ id }) => id));
  const left = open.filter(({ edit, refusal }) => refusal === null || !ids.has(edit.id));
  return [...left, ...edits.map((edit) => ({ edit, refusal: null }))];
}

/** The open edits without one that is stored, and without what was refused before of the fields that it wrote. */
export function withoutEdit(open: readonly OpenEdit[], stored: NotebookEdit): readonly OpenEdit[] {
  return open.flatMap((one) => {
    const { edit, refusal } = one;
    if (edit === stored) return [];
    if (refusal === null || edit.id !== stored.id || edit.kind !== "change" || !isWritten(stored)) return [one];
    const left = Object.entries(edit.fields).filter(([field]) => !Object.hasOwn(stored.fields, field));
    return left.length === 0 ? [] : [{ ...one, edit: { ...edit, fields: Object.fromEntries(left) } }];
  });
}

/** The open edits with one of them refused. What someone wrote is kept; that a note goes to the trash is not. */
export function withRefusal(open: readonly OpenEdit[], refused: NotebookEdit, refusal: string): readonly OpenEdit[] {
  if (!isWritten(refused)) return open.filter(({ edit }) => edit !== refused);
  return open.map((one) => (one.edit === refused ? { ...one, refusal } : one));
}

/** Why the latest of the refused edits was refused; null where none is. */
export function refusalOf(open: readonly OpenEdit[]): string | null {
  return open.findLast(({ refusal }) => refusal !== null)?.refusal ?? null;
}

/** What is on screen of a notebook that was just read: what is stored, and over it what was written here and is not. */
export function withOpenEdits(
  stored: readonly Note[],
  open: readonly OpenEdit[],
): { readonly notebook: Notebook; readonly open: readonly OpenEdit[] } {
  const notes: Record<string, Note> = Object.fromEntries(stored.map((note) => [note.id, note]));
  const kept: OpenEdit[] = [];
  for (const one of open) {
    const note = Object.hasOwn(notes, one.edit.id) ? notes[one.edit.id] : undefined;
    const edit = onto(one.edit, note);
    if (one.refusal !== null && note !== undefined && isWritten(edit)) {
      // It is not based on anything yet: the note keeps the revision that is stored.
      notes[note.id] = { ...note, ...definedOf(edit.fields) };
      kept.push({ ...one, edit });
      continue;
    }
    const applied = applyEdit({ notes }, edit);
    if (applied.refusal === undefined) notes[applied.note.id] = applied.note;
    kept.push(one.refusal === null ? one : { ...one, edit });
  }
  return { notebook: { notes }, open: kept };
}

/** An edit with what was refused of the same note before, which would be lost behind it. */
export function withRefused(open: readonly OpenEdit[], edit: NotebookEdit): NotebookEdit {
  if (edit.kind !== "change") return edit;
  const refused = refusedOf(open, edit.id);
  const fields = Object.assign({}, ...refused.map((one) => one.fields), edit.fields);
  const added = refused.find((one) => one.kind === "add");
  return added === undefined ? { ...edit, fields } : { ...added, fields: { ...added.fields, ...fields } };
}

/** What was refused, one edit a note, to be sent again onto the notebook as it was read last. */
export function refusedEdits(open: readonly OpenEdit[], { notes }: Notebook, at: string): readonly NotebookEdit[] {
  const ids = new Set(open.flatMap(({ edit, refusal }) => (refusal === null ? [] : [edit.id])));
  return [...ids].map((id) =>
    withRefused(open, { kind: "change", id, at, basedOn: notes[id]?.revision ?? 1, fields: {} }),
  );
}

function refusedOf(open: readonly OpenEdit[], id: string): readonly Written[] {
  return open.flatMap(({ edit, refusal }) => (refusal !== null && edit.id === id && isWritten(edit) ? [edit] : []));
}

function isWritten(edit: NotebookEdit): edit is Written {
  return edit.kind === "add" || edit.kind === "change";
}

// The edit as it would be made of the note as it is stored; an added note that is stored after all is changed.
function onto(edit: NotebookEdit, note: Note | undefined): NotebookEdit {
  if (note === undefined) return edit;
  if (edit.kind !== "add") return { ...edit, basedOn: note.revision };
  return { kind: "change", id: edit.id, at: edit.at, basedOn: note.revision, fields: edit.fields };
}

function definedOf(fields: Written["fields"]): Partial<Note> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
