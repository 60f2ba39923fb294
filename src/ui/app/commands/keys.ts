import { COMMAND_IDS, COMMANDS, isPageCommandId, type PageCommandId } from "../../../api/commands.ts";

/** What of a key press decides which command it asks for. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

// With these a browser opens and closes its own windows, and no page hears of it.
const KEPT_BY_BROWSERS: readonly string[] = ["CmdOrCtrl+N", "CmdOrCtrl+Shift+N", "CmdOrCtrl+W", "CmdOrCtrl+Q"];

const MAC_SIGNS: Readonly<Record<string, string>> = { CmdOrCtrl: "⌘", Shift: "⇧", Plus: "+" };
const WORDS: Readonly<Record<string, string>> = { CmdOrCtrl: "Ctrl", Plus: "+" };

/** Keys as they stand on the keyboard: "Ctrl+Shift+Z", on a Mac "⇧⌘Z". */
export function printKeys(accelerator: string, isMac: boolean): string {
  const keys = accelerator.split("+");
  if (!isMac) return keys.map((key) => WORDS[key] ?? key).join("+");
  const [last = "", ...modifiers] = keys.toReversed();
  return [...modifiers, last].map((key) => MAC_SIGNS[key] ?? key).join("");
}

/** Whether a browser keeps these keys for itself. */
export function isKeptByBrowsers(accelerator: string): boolean {
  return KEPT_BY_BROWSERS.includes(accelerator);
}

/** The command that a key press asks for. Inside a text field the field's own keys come first: undo there is the field's undo. */
export function commandOf(press: KeyPress, isInTextField: boolean): PageCommandId | null {
  const isTyped = press.key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey;
  const asked = COMMAND_IDS.filter(isPageCommandId).find((id) => {
    if (isInTextField && (isTyped || id === "undo" || id === "redo")) return false;
    return matches(press, COMMANDS[id].accelerator);
  });
  return asked ?? null;
}

function matches(press: KeyPress, accelerator: string | null): boolean {
  if (accelerator === null) return false;
  const keys = accelerator.split("+");
  const wantsMain = keys.includes("CmdOrCtrl");
  const hasMain = press.ctrlKey || press.metaKey;
  // A plain sign such as "/" may need Shift on some keyboards; only with a letter or Ctrl are the two told apart.
  const isSign = !wantsMain && !/^[a-z]$/i.test(accelerator);
  const shiftFits = isSign || keys.includes("Shift") === press.shiftKey;
  return wantsMain === hasMain && shiftFits && !press.altKey && press.key.toLowerCase() === keys.at(-1)?.toLowerCase();
}
