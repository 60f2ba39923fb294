import { useEffect, useRef } from "react";
import type { PackageEdit } from "../../core/editing/package-edit.ts";
import { useEditing } from "./use-editing.tsx";

export interface Cell {
  /** What stands in the cell on screen: what was typed, or what is stored. */
  readonly text: string;
  /** Why what was typed is not stored; empty where nothing is wrong. */
  readonly problem: string;
  readonly type: (text: string) => void;
  /** Stores a text, or what was typed. */
  readonly commit: (text?: string) => void;
}

/** A cell of the package that is being edited. What is typed stays on screen, also when it is left, until it is stored or taken back. */
export function useCell(cell: string, stored: string, editsOf: (text: string) => readonly PackageEdit[]): Cell {
  const { drafts, setDraft, edit, beforeLeaving } = useEditing();
  const draft = drafts[cell];

  useEffect(() => {
    if (draft?.text === stored) setDraft(cell, null);
  }, [draft?.text, stored, cell, setDraft]);

  const commit = (text = draft?.text ?? stored) => {
    if (text === stored) return setDraft(cell, null);
    setDraft(cell, { text, problem: "" });
    return edit(cell, editsOf(text)).then((problem) => {
      if (problem !== "") setDraft(cell, { text, problem });
    });
  };

  const latest = useRef(commit);
  latest.current = commit;
  const isTyped = draft !== undefined && draft.problem === "";
  useEffect(() => {
    return isTyped ? beforeLeaving(() => void latest.current()) : undefined;
  }, [isTyped, beforeLeaving]);

  return {
    text: draft?.text ?? stored,
    problem: draft?.problem ?? "",
    type: (text) => setDraft(cell, { text, problem: "" }),
    commit: (text) => void commit(text),
  };
}
