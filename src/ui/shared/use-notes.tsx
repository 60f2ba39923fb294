import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { citingNotes } from "../../core/notebook/citation.ts";
import { EMPTY_FIELDS, type Note, type NoteFields } from "../../core/notebook/note.ts";
import { activeNotes, type NotebookEdit } from "../../core/notebook/notebook.ts";
import { callHost } from "./host-client.ts";
import { editOfStep, type NoteStep, stepBack } from "./note-steps.ts";
import { NO_NOTES, type NotesAction, type NotesState, reduceNotes } from "./notes-state.ts";
import { refusalOf, refusedEdits, withRefused } from "./open-edits.ts";
import { storeEdit } from "./store-edit.ts";
import { keepUnsaved, takeUnsaved } from "./unsaved-edits.ts";
import { useSettings } from "./use-settings.tsx";

interface NotesAccess {
  readonly notes: readonly Note[];
  readonly trash: readonly Note[];
  /** The notes that cite a Ref or a view, the latest change first. */
  readonly citing: (ref: string) => readonly Note[];
  readonly state: NotesState;
  /** Adds a note and gives its id at once; the save goes on behind. */
  readonly addNote: (fields: Partial<NoteFields> & { readonly title: string }) => string;
  readonly changeNote: (note: Note, fields: Partial<NoteFields>) => void;
  /** Changes several notes, which is one step to undo. */
  readonly changeNotes: (notes: readonly Note[], fieldsFor: (note: Note) => Partial<NoteFields>) => void;
  /** Says that something is being written that is not on its way yet. */
  readonly announceWriting: () => void;
  /** Has what is being written sent before the window closes; gives the function that ends this. */
  readonly beforeLeaving: (send: () => void) => () => void;
  /** Sends what is being written now. */
  readonly sendWritten: () => void;
  readonly deleteNotes: (notes: readonly Note[]) => void;
  readonly restoreNote: (note: Note) => void;
  /** Tells of every edit made here by the steps that take it back; gives the function that ends this. */
  readonly onEdits: (listener: (steps: readonly NoteStep[]) => void) => () => void;
  /** Takes steps of the history, those that can be taken; gives the steps that take them back. */
  readonly takeSteps: (steps: readonly NoteStep[]) => readonly NoteStep[];
  /** Reads the notebook again, after a change elsewhere. */
  readonly reload: () => void;
  /** Reads the notebook again, and gives up what was written here and could not be stored. */
  readonly takeStored: () => void;
  /** Sends again what could not be stored, onto the notebook as it is now. */
  readonly saveAgain: () => void;
}

const NotesContext = createContext<NotesAccess | null>(null);

/** Keeps the notebook on screen in step with the data folder and with the other windows. */
export function NotesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { settings } = useSettings();
  const [state, setState] = useState(NO_NOTES);
  // An edit is based on what the one before it made, drawn or not.
  const latest = useRef(NO_NOTES);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const channel = useRef<BroadcastChannel | null>(null);
  const underWay = useRef(0);
  const writers = useRef(new Set<() => void>());
  const listeners = useRef(new Set<(steps: readonly NoteStep[]) => void>());

  const dispatch = useCallback((action: NotesAction) => {
    latest.current = reduceNotes(latest.current, action);
    setState(latest.current);
  }, []);

  const reload = useCallback(() => {
    // Behind the edits that are on their way: a notebook read before them would take them off the screen.
    queue.current = queue.current
      .then(() => callHost("listNotes", {}))
      .then((notes) => dispatch({ kind: "loaded", notes }))
      .catch((error: Error) => dispatch({ kind: "failed", message: error.message }));
  }, [dispatch]);

  useEffect(() => {
    reload();
    queue.current = queue.current
      .then(takeUnsaved)
      .then((edits) => dispatch({ kind: "left", edits }))
      .catch((error: Error) => dispatch({ kind: "failed", message: error.message }));
    channel.current = new BroadcastChannel("ahq-notebook");
    channel.current.onmessage = reload;
    return () => channel.current?.close();
  }, [reload, dispatch]);

  const sendWritten = useCallback(() => {
    for (const write of writers.current) write();
  }, []);

  useEffect(() => {
    // The window stays open while a change is on its way to the data folder, or could not be stored there.
    const hold = (event: Event) => {
      sendWritten();
      if (underWay.current > 0 || refusalOf(latest.current.open) !== null) event.preventDefault();
    };
    const keep = () => keepUnsaved(refusedEdits(latest.current.open, latest.current.notebook, now()));
    addEventListener("beforeunload", hold);
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("beforeunload", hold);
      removeEventListener("pagehide", keep);
    };
  }, [sendWritten]);

  const beforeLeaving = useCallback((write: () => void) => {
    writers.current.add(write);
    return () => {
      writers.current.delete(write);
    };
  }, []);

  const onEdits = useCallback((listener: (steps: readonly NoteStep[]) => void) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  }, []);

  // One at a time and in their order, so that each is based on the revision that the one before it made.
  const send = useCallback(
    (edits: readonly NotebookEdit[]): readonly NoteStep[] => {
      const { notes } = latest.current.notebook;
      const steps = edits.flatMap((edit) => stepBack(edit, notes[edit.id]) ?? []);
      const sent = edits.map((edit) => withRefused(latest.current.open, edit));
      dispatch({ kind: "edited", edits: sent });
      for (const edit of sent) {
        underWay.current += 1;
        queue.current = queue.current
          .then(() => storeEdit(edit, notes[edit.id]))
          .then((note) => dispatch({ kind: "saved", note, edit }))
          .then(() => channel.current?.postMessage("changed"))
          .catch((error: Error) => {
            dispatch({ kind: "failed", message: error.message, edit });
            // The next edit must be based on what is stored, or it would be refused too.
            reload();
          })
          .finally(() => {
            underWay.current -= 1;
          });
      }
      return steps.reverse();
    },
    [dispatch, reload],
  );

  const takeStored = useCallback(() => {
    dispatch({ kind: "given-up" });
    reload();
  }, [dispatch, reload]);

  const saveAgain = useCallback(() => {
    reload();
    queue.current = queue.current.then(() => {
      const { open, notebook } = latest.current;
      send(refusedEdits(open, notebook, now()));
    });
  }, [reload, send]);

  const edit = useCallback(
    (edits: readonly NotebookEdit[]) => {
      if (edits.length === 0) return;
      const steps = send(edits);
      if (steps.length > 0) for (const listener of listeners.current) listener(steps);
    },
    [send],
  );

  const takeSteps = useCallback(
    (steps: readonly NoteStep[]) => {
      const { notes } = latest.current.notebook;
      const edits = steps.map((step) => editOfStep(step, notes[step.id], now()));
      const possible = edits.filter((one) => one !== null);
      const back = possible.length === 0 ? [] : send(possible);
      if (possible.length < edits.length)
        dispatch({ kind: "failed", message: "Not all of this could be undone: a note has changed since." });
      return back;
    },
    [send, dispatch],
  );

  const { author } = settings;
  const actions = useMemo(
    () => ({
      addNote: (fields: Partial<NoteFields> & { readonly title: string }) => {
        const id = crypto.randomUUID();
        edit([{ kind: "add", id, at: now(), fields: { ...EMPTY_FIELDS, author, ...fields } }]);
        return id;
      },
      changeNote: ({ id, revision }: Note, fields: Partial<NoteFields>) =>
        edit([{ kind: "change", id, at: now(), basedOn: revision, fields }]),
      changeNotes: (notes: readonly Note[], fieldsFor: (note: Note) => Partial<NoteFields>) =>
        edit(
          notes.map((note) => ({
            kind: "change",
            id: note.id,
            at: now(),
            basedOn: note.revision,
            fields: fieldsFor(note),
          })),
        ),
      announceWriting: () => dispatch({ kind: "writing" }),
      deleteNotes: (notes: readonly Note[]) =>
        edit(notes.map(({ id, revision }) => ({ kind: "delete", id, at: now(), basedOn: revision }))),
      restoreNote: ({ id, revision }: Note) => edit([{ kind: "restore", id, at: now(), basedOn: revision }]),
      beforeLeaving,
      sendWritten,
      onEdits,
      takeSteps,
      reload,
      takeStored,
      saveAgain,
    }),
    [edit, author, dispatch, beforeLeaving, sendWritten, onEdits, takeSteps, reload, takeStored, saveAgain],
  );
  const { notebook } = state;
  const active = useMemo(() => activeNotes(notebook), [notebook]);
  const lists = useMemo(
    () => ({
      notes: active,
      citing: citingNotes(active),
      trash: Object.values(notebook.notes).filter((note) => note.deleted !== null),
    }),
    [notebook, active],
  );
  const access = useMemo<NotesAccess>(() => ({ ...lists, state, ...actions }), [lists, state, actions]);
  return <NotesContext value={access}>{children}</NotesContext>;
}

/** The notebook and the ways to change it. */
export function useNotes(): NotesAccess {
  const access = useContext(NotesContext);
  if (access === null) throw new Error("useNotes needs a NotesProvider around it");
  return access;
}

function now(): string {
  return new Date().toISOString();
}
