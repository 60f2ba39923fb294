import { useEffect, useState } from "react";
import type { NamedFile } from "../../shared/chosen-files.ts";
import type { IntakeMessage } from "./intake-worker.ts";
import type { Reading } from "./read-chosen.ts";

export type ReadingState =
  | { readonly kind: "reading" /** Share that is done, from 0 to 1. */; readonly share: number }
  | Reading
  | { readonly kind: "failed"; readonly message: string };

/** Reads chosen files in a worker of their own, which ends with whoever asked for it. */
export function useReading(files: readonly NamedFile[]): ReadingState {
  const [state, setState] = useState<ReadingState>({ kind: "reading", share: 0 });
  useEffect(() => {
    setState({ kind: "reading", share: 0 });
    const worker = new Worker(new URL("./intake-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<IntakeMessage>) => setState(stateAfter(data));
    worker.onerror = ({ message }) =>
      setState({ kind: "failed", message: message || "The reader could not be started." });
    worker.onmessageerror = () => setState({ kind: "failed", message: "What was read could not be handed over." });
    worker.postMessage(files);
    return () => worker.terminate();
  }, [files]);
  return state;
}

function stateAfter(message: IntakeMessage): ReadingState {
  switch (message.kind) {
    case "progress":
      return { kind: "reading", share: message.of === 0 ? 0 : message.done / message.of };
    case "read":
      return message.reading;
    case "failed":
      return message;
  }
}
