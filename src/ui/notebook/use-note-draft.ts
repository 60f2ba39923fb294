import { useCallback, useRef, useState } from "react";
import type { Note, NoteFields } from "../../core/notebook/note.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useAutosave } from "./use-autosave.ts";

interface NoteDraft {
  readonly draft: NoteFields;
  readonly change: (fields: Partial<NoteFields>) => void;
}

/**
 * What is being written in a note: shown at once, saved after a short pause and when the note is left.
 * A change that arrives from elsewhere fills in the fields that are not being written.
 */
export function useNoteDraft(note: Note): NoteDraft {
  const { changeNote, announceWriting } = useNotes();
  const [unsaved, setUnsaved] = useState<Partial<NoteFields>>({});
  const latest = useRef({ note, unsaved, changeNote });
  latest.current = { note, unsaved, changeNote };

  const save = useCallback(() => {
    const { note: current, unsaved: fields, changeNote: send } = latest.current;
    const sound = withoutEmptyTitle(fields);
    if (Object.keys(sound).length === 0) return;
    const rest = withoutKeys(fields, sound);
    // It may be asked for again before the page is drawn.
    latest.current = { ...latest.current, unsaved: rest };
    send(current, sound);
    setUnsaved((now) => (now === fields ? rest : now));
  }, []);

  useAutosave(Object.keys(unsaved).length === 0 ? null : unsaved, save);

  const change = (fields: Partial<NoteFields>) => {
    announceWriting();
    const next = { ...latest.current.unsaved, ...fields };
    // The note may be left before the page is drawn again.
    latest.current = { ...latest.current, unsaved: next };
    setUnsaved(next);
  };
  return { draft: { ...note, ...unsaved }, change };
}

// An empty title is a moment of rewriting, not a title.
function withoutEmptyTitle(fields: Partial<NoteFields>): Partial<NoteFields> {
  if (fields.title === undefined || fields.title.trim() !== "") return fields;
  const { title: _, ...rest } = fields;
  return rest;
}

function withoutKeys(fields: Partial<NoteFields>, saved: Partial<NoteFields>): Partial<NoteFields> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !Object.hasOwn(saved, key)));
}
