import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { EMPTY_DRAFT, type KeptDraft, type WorkingDraft } from "../../../core/notebook/working-draft.ts";
import { callHost } from "../../shared/host-client.ts";
import { useAutosave } from "../use-autosave.ts";

export interface Drafts {
  readonly isLoaded: boolean;
  /** Why the last change is not saved; empty while all is well. */
  readonly problem: string;
  /** Quiet while nothing was written. */
  readonly saved: "" | "Saving…" | "Saved" | "Not saved";
  /** The drafts that are not in the trash, the latest change first. */
  readonly kept: readonly KeptDraft[];
  readonly trash: readonly KeptDraft[];
  readonly openId: string;
  /** The draft that is open, as it is written; empty where there is none yet. */
  readonly draft: WorkingDraft;
  readonly change: (change: (draft: WorkingDraft) => WorkingDraft) => void;
  readonly open: (id: string) => void;
  /** Begins another draft, which is kept once something is written in it. */
  readonly begin: () => void;
  readonly setDeleted: (id: string, isDeleted: boolean) => void;
}

// What a screen that was left still sends goes before what the next one reads.
let underWay: Promise<unknown> = Promise.resolve();

/** The drafts of the next query: shown as they are written, saved after a short pause and when the page is left. */
export function useDrafts(): Drafts {
  const [all, setAll] = useState<readonly KeptDraft[] | null>(null);
  const [openId, setOpenId] = useState<string>(() => crypto.randomUUID());
  const [unsaved, setUnsaved] = useState<WorkingDraft | null>(null);
  const [problem, setProblem] = useState("");
  const revisions = useRef(new Map<string, number>());

  const take = useCallback((kept: KeptDraft) => {
    revisions.current.set(kept.id, kept.revision);
    setAll((now) => [kept, ...(now ?? []).filter(({ id }) => id !== kept.id)]);
  }, []);

  useEffect(() => {
    underWay
      .then(() => callHost("listDrafts", {}))
      .then(
        (drafts) => {
          for (const { id, revision } of drafts) revisions.current.set(id, revision);
          setAll(drafts);
          const latest = drafts.find(({ deleted }) => deleted === null);
          if (latest !== undefined) setOpenId(latest.id);
        },
        (error: Error) => setProblem(error.message),
      );
  }, []);

  // One at a time, so that each is based on the revision that the one before it made. Whether it is kept.
  const keep = useCallback(
    (id: string, draft: WorkingDraft | null, isDeleted: boolean): Promise<boolean> => {
      const sent = underWay.then(async () => {
        const basedOn = revisions.current.get(id) ?? 0;
        take(await callHost("keepDraft", { id, basedOn, draft: writable(draft), isDeleted }));
        setProblem("");
        return true;
      });
      const outcome = sent.catch((error: Error) => {
        setProblem(`The draft is not saved: ${error.message}`);
        return false;
      });
      underWay = outcome;
      return outcome;
    },
    [take],
  );

  const latest = useRef({ openId, unsaved });
  latest.current = { openId, unsaved };
  const save = useCallback(() => {
    const { openId: id, unsaved: draft } = latest.current;
    if (draft === null) return;
    latest.current = { openId: id, unsaved: null };
    // What is written stays on screen until it is kept.
    keep(id, draft, false).then((isKept) => isKept && setUnsaved((now) => (now === draft ? null : now)));
  }, [keep]);

  useAutosave(unsaved, save);

  const stored = all?.find(({ id }) => id === openId)?.draft ?? EMPTY_DRAFT;
  const draft = unsaved ?? stored;
  const shown = useRef(draft);
  shown.current = draft;
  const actions = useMemo(
    () => ({
      change: (change: (draft: WorkingDraft) => WorkingDraft) => {
        shown.current = change(shown.current);
        // The screen may be left before the page is drawn again.
        latest.current = { ...latest.current, unsaved: shown.current };
        setUnsaved(shown.current);
      },
      open: (id: string) => {
        save();
        setUnsaved(null);
        setOpenId(id);
      },
      begin: () => {
        save();
        setUnsaved(null);
        setOpenId(crypto.randomUUID());
      },
      setDeleted: (id: string, isDeleted: boolean) => {
        save();
        setUnsaved(null);
        keep(id, null, isDeleted);
        setOpenId(isDeleted ? crypto.randomUUID() : id);
      },
    }),
    [save, keep],
  );
  return {
    isLoaded: all !== null,
    problem,
    saved: problem !== "" ? "Not saved" : unsaved !== null ? "Saving…" : revisions.current.has(openId) ? "Saved" : "",
    kept: all?.filter(({ deleted }) => deleted === null) ?? [],
    trash: all?.filter(({ deleted }) => deleted !== null) ?? [],
    openId,
    draft,
    ...actions,
  };
}

// The contract's lists can be changed; what is kept here is not.
function writable(draft: WorkingDraft | null) {
  return draft === null ? null : structuredClone(draft);
}
