import type { Note } from "../../core/notebook/note.ts";
import { applyEdit, EMPTY_NOTEBOOK, type Notebook, type NotebookEdit } from "../../core/notebook/notebook.ts";
import { type OpenEdit, refusalOf, withEdited, withOpenEdits, withoutEdit, withRefusal } from "./open-edits.ts";

/** How the last change of the notebook fared. */
export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved" }
  | { readonly kind: "failed"; readonly message: string };

export interface NotesState {
  readonly notebook: Notebook;
  readonly isLoaded: boolean;
  readonly save: SaveState;
  /** Whether words are being written that no edit has yet. */
  readonly isWriting: boolean;
  /** The edits that are on screen and not known to be stored, in their order. */
  readonly open: readonly OpenEdit[];
}

export type NotesAction =
  | { readonly kind: "loaded"; readonly notes: readonly Note[] }
  /** Words are being written, and an edit with them will follow. */
  | { readonly kind: "writing" }
  /** One or many edits, each of a note of its own. */
  | { readonly kind: "edited"; readonly edits: readonly NotebookEdit[] }
  | { readonly kind: "saved"; readonly note: Note; readonly edit: NotebookEdit }
  /** Of an edit that the host refused, or of no edit: the notebook could not be read, a step could not be taken. */
  | { readonly kind: "failed"; readonly message: string; readonly edit?: NotebookEdit }
  /** What could not be stored before the page was read anew. */
  | { readonly kind: "left"; readonly edits: readonly NotebookEdit[] }
  /** What was typed and could not be stored is given up for what is stored. */
  | { readonly kind: "given-up" };

export const NO_NOTES: NotesState = {
  notebook: EMPTY_NOTEBOOK,
  isLoaded: false,
  save: { kind: "idle" },
  isWriting: false,
  open: [],
};

/** The next state of the notebook on screen: an edit shows at once, and is confirmed or refused by the host's reply. */
export function reduceNotes(state: NotesState, action: NotesAction): NotesState {
  switch (action.kind) {
    case "loaded":
      return { ...state, isLoaded: true, ...withOpenEdits(action.notes, state.open) };
    case "writing":
      return state.isWriting ? state : { ...state, save: { kind: "saving" }, isWriting: true };
    case "edited":
      return withEdits(state, action.edits);
    case "saved": {
      const open = withoutEdit(state.open, action.edit);
      const save = saveOf(open, state.isWriting);
      return { ...state, open, notebook: withConfirmed(state.notebook, action.note), save };
    }
    case "failed": {
      const { edit, message } = action;
      const open = edit === undefined ? state.open : withRefusal(state.open, edit, message);
      return { ...state, open, save: { kind: "failed", message } };
    }
    case "left":
      return withLeft(state, action.edits);
    case "given-up":
      return { ...state, open: state.open.filter(({ refusal }) => refusal === null), save: { kind: "idle" } };
  }
}

// Of several edits one may be stored while another, or what is being written, is not: that is not saved yet.
function saveOf(open: readonly OpenEdit[], isWriting: boolean): SaveState {
  const refusal = refusalOf(open);
  if (refusal !== null) return { kind: "failed", message: refusal };
  return { kind: isWriting || open.length > 0 ? "saving" : "saved" };
}

const LEFT = "What was written here before the page was opened anew is not stored yet.";

function withLeft(state: NotesState, edits: readonly NotebookEdit[]): NotesState {
  if (edits.length === 0) return state;
  const open = [...edits.map((edit) => ({ edit, refusal: LEFT })), ...state.open];
  const shown = withOpenEdits(Object.values(state.notebook.notes), open);
  return { ...state, ...shown, save: { kind: "failed", message: LEFT } };
}

// A later edit of the same note may be on screen already: the older reply must not take it back.
function withConfirmed(notebook: Notebook, note: Note): Notebook {
  const shown = notebook.notes[note.id];
  // What is on screen already is not taken in again: everything that shows the notes would be drawn anew.
  const isShown = shown !== undefined && (shown.revision > note.revision || isSame(shown, note));
  return isShown ? notebook : { notes: { ...notebook.notes, [note.id]: note } };
}

// Each edit is made in a notebook of its one note, or a change of a thousand would copy all notes a thousand times.
function withEdits(state: NotesState, edits: readonly NotebookEdit[]): NotesState {
  const { notes } = state.notebook;
  const edited = edits.flatMap((edit) => {
    // A note that the host has not taken in is added again as a whole.
    const note = edit.kind === "add" ? undefined : notes[edit.id];
    const applied = applyEdit(note === undefined ? EMPTY_NOTEBOOK : { notes: { [edit.id]: note } }, edit);
    return applied.refusal === undefined ? [applied.note] : [];
  });
  // The host hears of all of them, so that each is answered, even one that cannot be shown.
  const open = withEdited(state.open, edits);
  if (edited.length === 0) return { ...state, open };
  const changed = Object.fromEntries(edited.map((note) => [note.id, note]));
  const notebook = { notes: { ...notes, ...changed } };
  return { ...state, open, notebook, save: { kind: "saving" }, isWriting: false };
}

function isSame(a: Note, b: Note): boolean {
  const keys = Object.keys(a) as (keyof Note)[];
  return (
    keys.length === Object.keys(b).length && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  );
}
