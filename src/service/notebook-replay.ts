import { EMPTY_FIELDS, fieldsOf, type Note } from "../core/notebook/note.ts";
import { applyEdit, type JournalEdit } from "../core/notebook/notebook.ts";

export type NotesById = ReadonlyMap<string, Note>;

/**
 * The notes after edits that were acknowledged, in their order. Where an earlier edit was lost to damage, later ones still apply:
 * a note that lags behind what an edit is based on is taken to be there, and one whose beginning is lost begins with what is left of it.
 */
export function replay(notes: NotesById, edits: readonly JournalEdit[]): NotesById {
  const after = new Map(notes);
  for (const edit of edits) {
    const note = replayedNote(after.get(edit.id), edit);
    if (note !== null) after.set(note.id, note);
  }
  return after;
}

/** Of each note the later revision. */
export function newerOf(notes: NotesById, others: NotesById): NotesById {
  const newer = new Map(notes);
  for (const [id, note] of others) if ((newer.get(id)?.revision ?? 0) < note.revision) newer.set(id, note);
  return newer;
}

/** The edits that bring some notes to the state of others that are as new or newer, revisions included. */
export function editsBetween(from: NotesById, to: NotesById): readonly JournalEdit[] {
  return [...to.values()].flatMap((note) => {
    const current = from.get(note.id);
    if (current !== undefined) return current.revision < note.revision ? stepsTo(current, note) : [];
    const added = { kind: "add", id: note.id, at: note.created, fields: fieldsOf(note) } as const;
    const begun = replayedNote(undefined, added);
    return begun === null || note.revision === 1 ? [added] : [added, ...stepsTo(begun, note)];
  });
}

// Based on one less than the revision to reach: replaying lifts a note that lags behind.
function stepsTo(current: Note, { id, revision, ...note }: Note): readonly JournalEdit[] {
  const change = (basedOn: number): JournalEdit => {
    return { kind: "change", id, at: note.changed, basedOn, fields: fieldsOf(note) };
  };
  const isTrashed = note.deleted !== null;
  if (isTrashed === (current.deleted !== null)) return [change(revision - 1)];
  const flip: JournalEdit = {
    kind: isTrashed ? "delete" : "restore",
    id,
    at: note.deleted ?? note.changed,
    basedOn: revision - 1,
  };
  return current.revision < revision - 1 ? [change(revision - 2), flip] : [flip];
}

function replayedNote(current: Note | undefined, edit: JournalEdit): Note | null {
  if (edit.kind === "merge") return (current?.revision ?? 0) < edit.note.revision ? edit.note : null;
  const before = edit.kind === "add" ? current : caughtUp(current ?? beginningOf(edit), edit.basedOn);
  // A notebook of the one note: the time of an edit does not grow with the number of notes.
  const edited = applyEdit({ notes: before === undefined ? {} : { [edit.id]: before } }, edit);
  return edited.refusal === undefined ? edited.note : null;
}

function caughtUp(note: Note, revision: number): Note {
  return note.revision < revision ? { ...note, revision } : note;
}

function beginningOf({ id, at }: JournalEdit): Note {
  const times = { created: at, changed: at, deleted: null };
  return { ...EMPTY_FIELDS, title: "Recovered note", id, revision: 1, ...times, contested: {} };
}
