/** What is written in the dialog of a quick question. */
export interface Words {
  readonly title: string;
  readonly body: string;
}

const KEY = "ahq-unsent-question";
// A character that no field of a page takes.
const DIVIDER = "\u0000";

/** Keeps what was written about these Refs until it is added: a dialog that was closed, or a page that was read anew, loses no word. */
export function keepUnsent(refs: readonly string[], { title, body }: Words): void {
  sessionStorage.setItem(KEY, [refs.join(" "), title, body].join(DIVIDER));
}

/** What was left unsent about these Refs; null where nothing was, or where other words were marked to be asked about. */
export function leftUnsent(refs: readonly string[], selected: string): Words | null {
  const [about, title, body] = (sessionStorage.getItem(KEY) ?? "").split(DIVIDER);
  if (selected !== "" || about !== refs.join(" ") || title === undefined || body === undefined) return null;
  return { title, body };
}

/** Forgets it once it is in the notebook. */
export function forgetUnsent(): void {
  sessionStorage.removeItem(KEY);
}
