import { useState } from "react";
import { flushSync } from "react-dom";

/** Closes a dialog and gives the focus back to what had it when the dialog opened. */
export function useFocusBack(onClose: () => void): () => void {
  const [before] = useState(() => document.activeElement);
  return () => {
    // At once, or the focus trap would take the focus back from where a choice leads.
    flushSync(onClose);
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
  };
}
