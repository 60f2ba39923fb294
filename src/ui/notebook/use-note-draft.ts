import { useCallback, useEffect, useRef, useState } from "react";
import type { Note, NoteFields } from "../../core/notebook/note.ts";
import { useNotes } from "../shared/use-notes.tsx";

const QUIET_BEFORE_SAVING_MS = 400;

interface NoteDraft {
  readonly draft: NoteFields;
  readonly change: (fields: Partial<NoteFields>) => void;
}

/**
 * What is being written in a note: shown at once, saved after a short pause and when the note is left.
 * A change that arrives from elsewhere fills in the fields that are not being written.
 */
export function useNoteDraft(note: Note): NoteDraft {
  const { changeNote, announceWriting, beforeLeaving } = useNotes();
  const [unsaved, setUnsaved] = useState<Partial<NoteFields>>({});
  const latest = useRef({ note, unsaved, changeNote });
  latest.current = { note, unsaved, changeNote };

  const save = useCallback(() => {
    const { note: current, unsaved: fields, changeNote: send } = latest.current;
    const sound = withoutEmptyTitle(fields);
    if (Object.keys(sound).length === 0) return;
    send(current, sound);
    setUnsaved((now) => (now === fields ? withoutKeys(fields, sound) : now));
  }, []);

  useEffect(() => {
    if (Object.keys(unsaved).length === 0) return;
    const timer = setTimeout(save, QUIET_BEFORE_SAVING_MS);
    return () => clearTimeout(timer);
  }, [unsaved, save]);

  useEffect(() => {
    const endLeaving = beforeLeaving(save);
    return () => {
      endLeaving();
      save();
    };
  }, [save, beforeLeaving]);

  const change = (fields: Partial<NoteFields>) => {
    announceWriting();
    setUnsaved((now) => ({ ...now, ...fields }));
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
