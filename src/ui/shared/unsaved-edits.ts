import type { NotebookEdit } from "../../core/notebook/notebook.ts";

const KEY = "ahq-unsaved-edits";

/** Keeps with the window what could not be stored, so that it is there again when the page is read anew. What is too much for the browser is not kept. */
export function keepUnsaved(edits: readonly NotebookEdit[]): void {
  if (edits.length === 0) {
    sessionStorage.removeItem(KEY);
    return;
  }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(edits));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    sessionStorage.removeItem(KEY);
  }
}

/** What could not be stored before the page was read anew; from now on its caller's to keep. */
export async function takeUnsaved(): Promise<readonly NotebookEdit[]> {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (kept === null) return [];
  const { checkedEdits } = await import("./checked-edits.ts");
  return checkedEdits(kept);
}
