import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import type { Fault } from "../../core/dataset/fault.ts";
import type { PackageEdit } from "../../core/editing/package-edit.ts";
import { callHost } from "./host-client.ts";
import type { SaveState } from "./notes-state.ts";
import { useLibrary } from "./use-library.tsx";
import { useWorkspace } from "./use-workspace.tsx";

/** What came of edits: made and stored, with those that take them back; not made, for the faults that the package would have; or not stored, for another reason. */
export type Sent =
  | { readonly kind: "saved"; readonly inverse: readonly PackageEdit[] }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] }
  | { readonly kind: "failed"; readonly message: string };

const LONGEST_WAIT_MS = 3000;

interface Sending {
  readonly send: (edits: readonly PackageEdit[]) => Promise<Sent>;
  readonly save: SaveState;
  readonly setSave: (save: SaveState) => void;
  /** Has what is being typed sent before the window closes; gives the function that ends this. */
  readonly beforeLeaving: (send: () => void) => () => void;
}

/** Has edits of the open package made and stored one after the other, each based on what the one before it made. */
export function useSending(): Sending {
  const { dataset } = useWorkspace();
  const { changed } = useLibrary();
  const [save, setSave] = useState<SaveState>({ kind: "idle" });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const underWay = useRef(0);
  const writers = useRef(new Set<() => void>());
  const waiting = useRef<(() => void)[]>([]);
  const made = useRef<readonly string[]>([dataset.digest]);
  const { name } = dataset.info;

  useEffect(() => {
    // The page may still be reading the result of an edit when the next one was made: only what others made is news.
    if (!made.current.includes(dataset.digest)) made.current = [dataset.digest];
    for (const tell of waiting.current.splice(0)) tell();
  }, [dataset]);

  useEffect(() => {
    // The window stays open while an edit is on its way to the data folder.
    const hold = (event: Event) => {
      for (const sendTyped of writers.current) sendTyped();
      if (underWay.current > 0) event.preventDefault();
    };
    addEventListener("beforeunload", hold);
    return () => removeEventListener("beforeunload", hold);
  }, []);

  const beforeLeaving = useCallback((sendTyped: () => void) => {
    writers.current.add(sendTyped);
    return () => {
      writers.current.delete(sendTyped);
    };
  }, []);

  const send = useCallback(
    (edits: readonly PackageEdit[]): Promise<Sent> => {
      const ask = () => callHost("editPackage", { id: name, basedOn: made.current.at(-1) ?? "", edits: [...edits] });
      // Another window was first: once the page has read what it made, these edits may still fit. Where they do not, they say so.
      const askAgain = async (error: Error) => {
        if (!(error instanceof ApiError) || error.code !== "conflict") throw error;
        const isRead = new Promise<void>((tell) => waiting.current.push(tell));
        changed();
        await Promise.race([isRead, new Promise((tell) => setTimeout(tell, LONGEST_WAIT_MS))]);
        return await ask();
      };
      const sending = async (): Promise<Sent> => {
        setSave({ kind: "saving" });
        const reply = await ask().catch(askAgain);
        setSave({ kind: reply.kind === "refused" ? "idle" : "saved" });
        if (reply.kind === "refused") return reply;
        made.current = [...made.current, reply.digest];
        changed();
        return { kind: "saved", inverse: reply.inverse };
      };
      const failing = (error: Error): Sent => {
        setSave({ kind: "failed", message: error.message });
        return { kind: "failed", message: error.message };
      };
      underWay.current += 1;
      const sent = queue.current.then(sending).catch(failing);
      queue.current = sent.finally(() => {
        underWay.current -= 1;
      });
      return sent;
    },
    [name, changed],
  );
  return { send, save, setSave, beforeLeaving };
}
