import { ApiError } from "../../api/api-error.ts";
import type { Note } from "../../core/notebook/note.ts";
import type { NotebookEdit } from "../../core/notebook/notebook.ts";
import { callHost } from "./host-client.ts";

/**
 * Has the host store an edit that was made of a note as it stood before. Where another window has changed other fields of the note meanwhile, the edit is made
 * of the note as it is now; where it changed the same ones, the conflict is the caller's, and the person's.
 */
export async function storeEdit(edit: NotebookEdit, before: Note | undefined): Promise<Note> {
  return callHost("editNote", { edit }).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== "conflict") throw error;
    const stored = (await callHost("listNotes", {})).find(({ id }) => id === edit.id);
    const again = before === undefined || stored === undefined ? null : madeOf(edit, before, stored);
    if (again === null) throw error;
    return callHost("editNote", { edit: again });
  });
}

/** The edit made of a note as it is stored now; null where what it writes was changed there since, or where it is no change of fields. */
export function madeOf(edit: NotebookEdit, before: Note, stored: Note): NotebookEdit | null {
  if (edit.kind !== "change" || stored.deleted !== before.deleted) return null;
  const values = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(stored));
  const isFree = Object.keys(edit.fields).every(
    (field) => JSON.stringify(values.get(field)) === JSON.stringify(now.get(field)),
  );
  return isFree ? { ...edit, basedOn: stored.revision } : null;
}
