import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useReducer, useRef } from "react";
import { EMPTY_FIELDS, type Note, type NoteFields } from "../../core/notebook/note.ts";
import { activeNotes, type NotebookEdit } from "../../core/notebook/notebook.ts";
import { callHost } from "./host-client.ts";
import { NO_NOTES, type NotesState, reduceNotes } from "./notes-state.ts";

interface NotesAccess {
  readonly notes: readonly Note[];
  readonly trash: readonly Note[];
  readonly state: NotesState;
  /** Adds a note and gives its id at once; the save goes on behind. */
  readonly addNote: (fields: Partial<NoteFields> & { readonly title: string }) => string;
  readonly changeNote: (note: Note, fields: Partial<NoteFields>) => void;
  /** Says that something is being written that is not on its way yet. */
  readonly announceWriting: () => void;
  /** Has what is being written sent before the window closes; gives the function that ends this. */
  readonly beforeLeaving: (send: () => void) => () => void;
  readonly deleteNote: (note: Note) => void;
  readonly restoreNote: (note: Note) => void;
  /** Reads the notebook again, after a failure or a change elsewhere. */
  readonly reload: () => void;
}

const NotesContext = createContext<NotesAccess | null>(null);

/** Keeps the notebook on screen in step with the data folder and with the other windows. */
export function NotesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [state, dispatch] = useReducer(reduceNotes, NO_NOTES);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const channel = useRef<BroadcastChannel | null>(null);
  const underWay = useRef(0);
  const writers = useRef(new Set<() => void>());

  const reload = useCallback(() => {
    const loading = callHost("listNotes", {}).then((notes) => dispatch({ kind: "loaded", notes }));
    loading.catch((error: Error) => dispatch({ kind: "failed", message: error.message }));
  }, []);

  useEffect(() => {
    reload();
    channel.current = new BroadcastChannel("ahq-notebook");
    channel.current.onmessage = reload;
    return () => channel.current?.close();
  }, [reload]);

  useEffect(() => {
    // The window stays open while a change is on its way to the data folder.
    const hold = (event: Event) => {
      for (const sendWritten of writers.current) sendWritten();
      if (underWay.current > 0) event.preventDefault();
    };
    addEventListener("beforeunload", hold);
    return () => removeEventListener("beforeunload", hold);
  }, []);

  const beforeLeaving = useCallback((sendWritten: () => void) => {
    writers.current.add(sendWritten);
    return () => {
      writers.current.delete(sendWritten);
    };
  }, []);

  // One at a time and in their order, so that each is based on the revision that the one before it made.
  const send = useCallback((edit: NotebookEdit) => {
    dispatch({ kind: "edited", edit });
    underWay.current += 1;
    queue.current = queue.current
      .then(() => callHost("editNote", { edit }))
      .then((note) => dispatch({ kind: "saved", note }))
      .then(() => channel.current?.postMessage("changed"))
      .catch((error: Error) => dispatch({ kind: "failed", message: error.message }))
      .finally(() => {
        underWay.current -= 1;
      });
  }, []);

  const access = useMemo<NotesAccess>(() => {
    const at = () => new Date().toISOString();
    return {
      notes: activeNotes(state.notebook),
      trash: Object.values(state.notebook.notes).filter((note) => note.deleted !== null),
      state,
      addNote: (fields) => {
        const id = crypto.randomUUID();
        send({ kind: "add", id, at: at(), fields: { ...EMPTY_FIELDS, ...fields } });
        return id;
      },
      changeNote: (note, fields) => send({ kind: "change", id: note.id, at: at(), basedOn: note.revision, fields }),
      announceWriting: () => dispatch({ kind: "writing" }),
      beforeLeaving,
      deleteNote: (note) => send({ kind: "delete", id: note.id, at: at(), basedOn: note.revision }),
      restoreNote: (note) => send({ kind: "restore", id: note.id, at: at(), basedOn: note.revision }),
      reload,
    };
  }, [state, send, reload, beforeLeaving]);
  return <NotesContext value={access}>{children}</NotesContext>;
}

/** The notebook and the ways to change it. */
export function useNotes(): NotesAccess {
  const access = useContext(NotesContext);
  if (access === null) throw new Error("useNotes needs a NotesProvider around it");
  return access;
}
