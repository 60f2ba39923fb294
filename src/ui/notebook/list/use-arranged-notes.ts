import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Note } from "../../../core/notebook/note.ts";
import { NoteIndex } from "../../shared/note-index.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import {
  EMPTY_NOTE_FILTER,
  filterNotes,
  groupNotes,
  type NoteFilter,
  type NoteGroup,
  type NoteOrder,
  type NotesOfGroup,
  sortNotes,
} from "./arrange-notes.ts";

export interface NoteArrangement {
  readonly text: string;
  readonly filter: NoteFilter;
  readonly group: NoteGroup;
  readonly order: NoteOrder;
}

export interface ArrangedNotes {
  readonly arrangement: NoteArrangement;
  readonly arrange: (change: Partial<NoteArrangement>) => void;
  /** The notes that are found and pass the filter, in their order. */
  readonly shown: readonly Note[];
  readonly groups: readonly NotesOfGroup[];
  readonly today: string;
}

// So few that making them is not felt.
const PARTS_AT_ONCE = 4;

const FIRST: NoteArrangement = { text: "", filter: EMPTY_NOTE_FILTER, group: "none", order: "changed" };

/** Which notes are shown, in what order and groups. What is typed stays ahead of what is found. */
export function useArrangedNotes(): ArrangedNotes {
  // What is written is drawn first, the list after it.
  const notes = useDeferredValue(useNotes().notes);
  const [arrangement, setArrangement] = useState(FIRST);
  const index = useRef(new NoteIndex());
  const { text, filter, group, order } = useDeferredValue(arrangement);
  const today = new Date().toISOString().slice(0, 10);
  const shown = useMemo(() => {
    const found = text.trim() === "" ? null : index.current.find(notes, text);
    const passing = filterNotes(found === null ? notes : notes.filter(({ id }) => found.has(id)), filter, today);
    return sortNotes(passing, order);
  }, [notes, text, filter, order, today]);
  useEffect(() => {
    const prepare = () => {
      if (!index.current.prepare(notes, PARTS_AT_ONCE)) timer = setTimeout(prepare, 20);
    };
    let timer = setTimeout(prepare, 300);
    return () => clearTimeout(timer);
  }, [notes]);
  const groups = useMemo(() => groupNotes(shown, group), [shown, group]);
  const arrange = (change: Partial<NoteArrangement>) => setArrangement((now) => ({ ...now, ...change }));
  return { arrangement, arrange, shown, groups, today };
}
