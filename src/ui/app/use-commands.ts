import { useEffect } from "react";
import { commandOf } from "./commands/keys.ts";
import type { Actions } from "./commands/use-actions.ts";

/** Carries out the commands that come from the keyboard. */
export function useCommands(actions: Actions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event, takesText(event.target));
      if (command === null) return;
      event.preventDefault();
      // Behind a dialog nothing is made, opened or left: nobody would see it.
      if (!isInModal(event.target)) actions[command]();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [actions]);
}

const WITHOUT_TEXT: readonly string[] = ["checkbox", "radio", "button", "range", "file", "color"];

// A letter in an open list of choices goes to the choice that begins with it, and in a dialog nothing else is to be opened.
function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type) || isInDialog(target);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && (target.isContentEditable || isInDialog(target));
}

function isInModal(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[aria-modal="true"]') !== null;
}

function isInDialog(target: Element): boolean {
  return target.closest('[aria-modal="true"], [role="menu"], [role="listbox"]') !== null;
}
