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

/**
 * A cell of the package that is being edited. What is typed stays on screen, also when it is left, until it is stored or taken back.
 * `editsOf` is given what is wanted and what stands there now.
 */
export function useCell(
  cell: string,
  stored: string,
  editsOf: (text: string, was: string) => readonly PackageEdit[],
): Cell {
  const { drafts, setDraft, edit, beforeLeaving } = useEditing();
  const draft = drafts[cell];
  // What is stored is known a moment before the page has read it.
  const known = useRef(stored);

  useEffect(() => {
    known.current = stored;
  }, [stored]);

  useEffect(() => {
    if (draft?.text === stored) setDraft(cell, null);
  }, [draft?.text, stored, cell, setDraft]);

  const store = async (text: string) => {
    const was = known.current;
    known.current = text;
    const problem = await edit(cell, editsOf(text, was));
    if (problem === "") return;
    known.current = was;
    setDraft(cell, { text, problem });
  };
  const commit = (text = draft?.text ?? stored) => {
    if (text === known.current) return;
    setDraft(cell, { text, problem: "" });
    void store(text);
  };

  const latest = useRef(commit);
  latest.current = commit;
  const isTyped = draft !== undefined && draft.problem === "";
  useEffect(() => {
    return isTyped ? beforeLeaving(() => latest.current()) : undefined;
  }, [isTyped, beforeLeaving]);

  return {
    text: draft?.text ?? stored,
    problem: draft?.problem ?? "",
    type: (text) => setDraft(cell, { text, problem: "" }),
    commit,
  };
}
