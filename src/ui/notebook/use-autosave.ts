import { useEffect, useRef } from "react";
import { useNotes } from "../shared/use-notes.tsx";

const QUIET_BEFORE_SAVING_MS = 400;
// Who writes without a rest is saved all the same: no word waits for longer.
const LONGEST_UNSAVED_MS = 700;

/** Saves what is being written: after a short pause, and when it or the workbench is left. Null is nothing unsaved; `save` stays the same function. */
export function useAutosave(unsaved: object | null, save: () => void): void {
  const { beforeLeaving } = useNotes();
  const since = useRef<number | null>(null);

  useEffect(() => {
    if (unsaved === null) {
      since.current = null;
      return;
    }
    since.current ??= Date.now();
    const left = since.current + LONGEST_UNSAVED_MS - Date.now();
    const timer = setTimeout(
      () => {
        since.current = null;
        save();
      },
      Math.max(0, Math.min(QUIET_BEFORE_SAVING_MS, left)),
    );
    return () => clearTimeout(timer);
  }, [unsaved, save]);

  useEffect(() => {
    const endLeaving = beforeLeaving(save);
    return () => {
      endLeaving();
      save();
    };
  }, [save, beforeLeaving]);
}
