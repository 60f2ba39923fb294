import { useEffect } from "react";
import { commandOf } from "./commands/keys.ts";
import type { Actions } from "./commands/use-actions.ts";

/** Carries out the commands that come from the keyboard. */
export function useCommands(actions: Actions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event, isTextField(event.target));
      if (command === null) return;
      event.preventDefault();
      actions[command]();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [actions]);
}

const WITHOUT_TEXT: readonly string[] = ["checkbox", "radio", "button", "range", "file", "color"];

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
