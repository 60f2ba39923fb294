import type { Note } from "../../core/notebook/note.ts";
import { applyEdit, EMPTY_NOTEBOOK, type Notebook, type NotebookEdit } from "../../core/notebook/notebook.ts";

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
}

export type NotesAction =
  | { readonly kind: "loaded"; readonly notes: readonly Note[] }
  | { readonly kind: "writing" }
  /** One or many edits, each of a note of its own. */
  | { readonly kind: "edited"; readonly edits: readonly NotebookEdit[] }
  | { readonly kind: "saved"; readonly note: Note }
  | { readonly kind: "failed"; readonly message: string };

export const NO_NOTES: NotesState = { notebook: EMPTY_NOTEBOOK, isLoaded: false, save: { kind: "idle" } };

/** The next state of the notebook on screen: an edit shows at once, and is confirmed or refused by the host's reply. */
export function reduceNotes(state: NotesState, action: NotesAction): NotesState {
  switch (action.kind) {
    case "loaded":
      return {
        ...state,
        isLoaded: true,
        notebook: { notes: Object.fromEntries(action.notes.map((note) => [note.id, note])) },
      };
    case "writing":
      return state.save.kind === "saving" ? state : { ...state, save: { kind: "saving" } };
    case "edited":
      return withEdits(state, action.edits);
    case "saved":
      return { ...state, notebook: withConfirmed(state.notebook, action.note), save: { kind: "saved" } };
    case "failed":
      return { ...state, save: { kind: "failed", message: action.message } };
  }
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
    const note = notes[edit.id];
    const applied = applyEdit(note === undefined ? EMPTY_NOTEBOOK : { notes: { [edit.id]: note } }, edit);
    return applied.refusal === undefined ? [applied.note] : [];
  });
  if (edited.length === 0) return state;
  const changed = Object.fromEntries(edited.map((note) => [note.id, note]));
  return { ...state, notebook: { notes: { ...notes, ...changed } }, save: { kind: "saving" } };
}

function isSame(a: Note, b: Note): boolean {
  const keys = Object.keys(a) as (keyof Note)[];
  return (
    keys.length === Object.keys(b).length && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  );
}
