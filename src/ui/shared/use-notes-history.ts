import { useEffect, useRef } from "react";
import { useNotes } from "./use-notes.tsx";
import { useWorkspace } from "./use-workspace.tsx";
import type { PendingStep } from "./workspace.ts";

/** Lets edits of notes join the window's one history, and carries out their undo and redo. */
export function useNotesHistory(): void {
  const { workspace, dispatch } = useWorkspace();
  const { onEdits, takeSteps } = useNotes();
  const { pending } = workspace;
  const asked = useRef<PendingStep | null>(null);

  useEffect(() => onEdits((steps) => dispatch({ kind: "noted", steps })), [onEdits, dispatch]);

  useEffect(() => {
    if (pending === null || pending.step.kind !== "notes" || pending === asked.current) return;
    asked.current = pending;
    dispatch({ kind: "settled-notes", steps: takeSteps(pending.step.steps) });
  }, [pending, takeSteps, dispatch]);
}
