import { useState } from "react";
import { flushSync } from "react-dom";
import { isPageCommandId } from "../../../api/commands.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { Actions } from "../commands/use-actions.ts";
import { actionsFor } from "../search/search-options.ts";
import type { PaletteEntry } from "./palette-entries.ts";

interface ChoiceAccess {
  /** Carries out what was chosen, with the palette gone and the focus where it was before: some choices lead it elsewhere. */
  readonly carryOut: (entry: PaletteEntry) => void;
  /** Closes the palette and gives the focus back. */
  readonly close: () => void;
}

/** The two ways out of the palette. */
export function useChoice(actions: Actions, onClose: () => void): ChoiceAccess {
  const { workspace, dispatch } = useWorkspace();
  const { open } = useLibrary();
  const [before] = useState(() => document.activeElement);
  const close = () => {
    // At once, or the focus trap would take the focus back from where a choice leads.
    flushSync(onClose);
    if (before instanceof HTMLElement) before.focus();
  };
  const carryOut = (entry: PaletteEntry) => {
    close();
    if (entry.kind === "command") {
      if (isPageCommandId(entry.id)) actions[entry.id]();
    } else if (entry.kind === "package") open(entry.id);
    else for (const action of actionsFor({ kind: entry.kind, ref: entry.id }, workspace.view.filter)) dispatch(action);
  };
  return { carryOut, close };
}
