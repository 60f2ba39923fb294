import type { NamedFile } from "../../shared/chosen-files.ts";
import { type Reading, readChosen } from "./read-chosen.ts";

/** What the worker says to the page. */
export type IntakeMessage =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "read"; readonly reading: Reading }
  | { readonly kind: "failed"; readonly message: string };

const BETWEEN_MESSAGES_MS = 100;

// Reading takes long for large files, so it happens beside the page, which can stop it by ending this worker.
addEventListener("message", ({ data }: MessageEvent<readonly NamedFile[]>) => {
  let last = 0;
  const onProgress = (done: number, of: number) => {
    if (performance.now() - last < BETWEEN_MESSAGES_MS) return;
    last = performance.now();
    say({ kind: "progress", done, of });
  };
  readChosen(data, onProgress).then(
    (reading) => say({ kind: "read", reading }),
    (error: unknown) => say({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

function say(message: IntakeMessage): void {
  postMessage(message);
}
