import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { describeFault, type Fault } from "../../core/dataset/fault.ts";
import type { StatedCount } from "../../core/dataset/resources.ts";
import { contradictedCounts, explainDifferences } from "../../core/editing/explain-difference.ts";
import type { PackageEdit } from "../../core/editing/package-edit.ts";
import type { SaveState } from "./notes-state.ts";
import { useLibrary } from "./use-library.tsx";
import { useSending } from "./use-sending.ts";
import { useWorkspace } from "./use-workspace.tsx";
import type { PendingStep } from "./workspace.ts";

/** What was typed into a cell and is not stored, and why it was not. */
export interface Draft {
  readonly text: string;
  readonly problem: string;
}

/** Edits that would contradict counts which the source prints: they wait for a word on why. */
interface Contradiction {
  readonly cell: string;
  readonly edits: readonly PackageEdit[];
  readonly counts: readonly StatedCount[];
}

interface EditingAccess {
  /** Whether the open package is the analyst's own. */
  readonly isOwn: boolean;
  readonly save: SaveState;
  /** Makes the edits that a cell asks for and stores them; undo takes them back. Empty where that went well, otherwise what is wrong. */
  readonly edit: (cell: string, edits: readonly PackageEdit[]) => Promise<string>;
  readonly drafts: Readonly<Partial<Record<string, Draft>>>;
  readonly setDraft: (cell: string, draft: Draft | null) => void;
  /** Has what is being typed sent before the window closes; gives the function that ends this. */
  readonly beforeLeaving: (send: () => void) => () => void;
  readonly contradiction: Contradiction | null;
  /** Makes the edits that contradict the source, with a caveat that says why. */
  readonly explain: (why: string) => Promise<string>;
  /** Lets go of what is not stored: edits that contradict the source, or a failure. */
  readonly dismiss: () => void;
}

const EditingContext = createContext<EditingAccess | null>(null);

/** Edits the open package, keeps what is typed until it is stored, and carries out the undo and redo of edits. */
export function EditingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { packages } = useLibrary();
  const { send, save, setSave, beforeLeaving } = useSending();
  const [drafts, setDrafts] = useState<EditingAccess["drafts"]>({});
  const [contradiction, setContradiction] = useState<Contradiction | null>(null);
  const { pending } = workspace;
  const asked = useRef<PendingStep | null>(null);

  useEffect(() => {
    if (pending === null || pending.step.kind !== "edits" || pending === asked.current) return;
    asked.current = pending;
    send(pending.step.edits).then((sent) => {
      if (sent.kind === "refused")
        setSave({ kind: "failed", message: `This cannot be ${PAST[pending.direction]}: ${inWords(sent.faults, "")}` });
      const outcome = sent.kind === "saved" ? sent.inverse : sent.kind === "refused" ? "never" : "not-now";
      dispatch({ kind: "settled", outcome });
    });
  }, [pending, send, setSave, dispatch]);

  const setDraft = useCallback((cell: string, draft: Draft | null) => {
    setDrafts(({ [cell]: _, ...others }) => (draft === null ? others : { ...others, [cell]: draft }));
  }, []);

  const edit = useCallback(
    async (cell: string, edits: readonly PackageEdit[]): Promise<string> => {
      const sent = await send(edits);
      if (sent.kind === "failed") return sent.message;
      if (sent.kind === "refused") {
        const counts = contradictedCounts(dataset, sent.faults);
        if (counts !== null) setContradiction({ cell, edits, counts });
        return counts === null ? inWords(sent.faults, cell) : "Not saved yet: the source’s own count says otherwise.";
      }
      setContradiction(null);
      if (sent.inverse.length > 0) dispatch({ kind: "edited", inverse: sent.inverse });
      return "";
    },
    [send, dataset, dispatch],
  );

  const explain = useCallback(
    async (why: string) => {
      if (contradiction === null) return "";
      const { cell, edits, counts } = contradiction;
      return await edit(cell, [...edits, ...explainDifferences(dataset, counts, why)]);
    },
    [contradiction, dataset, edit],
  );

  const dismiss = useCallback(() => {
    if (contradiction !== null) setDraft(contradiction.cell, null);
    setContradiction(null);
    setSave({ kind: "idle" });
  }, [contradiction, setDraft, setSave]);

  const isOwn = packages.find(({ id, faults }) => id === dataset.info.name && faults.length === 0)?.origin === "user";
  const access = useMemo(
    () => ({ isOwn, save, edit, drafts, setDraft, beforeLeaving, contradiction, explain, dismiss }),
    [isOwn, save, edit, drafts, setDraft, beforeLeaving, contradiction, explain, dismiss],
  );
  return <EditingContext value={access}>{children}</EditingContext>;
}

/** The ways to edit the open package. */
export function useEditing(): EditingAccess {
  const access = useContext(EditingContext);
  if (access === null) throw new Error("useEditing needs an EditingProvider around it");
  return access;
}

const PAST = { undo: "undone", redo: "done again" } as const;

// Beside its own cell a fault need not say where it is.
function inWords(faults: readonly Fault[], cell: string): string {
  const said = faults.map((fault) =>
    cell.endsWith(`/${fault.column}`)
      ? `${fault.found === "" ? "Nothing stands here" : `Found “${fault.found}”`}, expected ${fault.expected}`
      : describeFault(fault),
  );
  return said.slice(0, 3).join("; ");
}
