import { isPageCommandId } from "../../../api/commands.ts";
import type { SavedView } from "../../../api/saved-view.ts";
import { parseAddress } from "../../shared/address.ts";
import { guidePageOf } from "../../shared/guide-pages.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { Actions } from "../commands/use-actions.ts";
import { useFocusBack } from "../commands/use-focus-back.ts";
import { actionsFor } from "../search/search-options.ts";
import type { PaletteEntry } from "./palette-entries.ts";

interface ChoiceAccess {
  /** Carries out what was chosen, with the palette gone and the focus where it was before: some choices lead it elsewhere. */
  readonly carryOut: (entry: PaletteEntry) => void;
  /** Closes the palette and gives the focus back. */
  readonly close: () => void;
}

/** The two ways out of the palette. */
export function useChoice(actions: Actions, views: readonly SavedView[], onClose: () => void): ChoiceAccess {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { open } = useLibrary();
  const close = useFocusBack(onClose);
  const openView = (view: SavedView | undefined) => {
    if (view !== undefined) dispatch({ kind: "open", place: parseAddress(view.address, dataset) });
  };
  const carryOut = (entry: PaletteEntry) => {
    close();
    switch (entry.kind) {
      case "command":
        return isPageCommandId(entry.id) ? actions[entry.id]() : undefined;
      case "package":
        return open(entry.id);
      case "guide":
        return dispatch({ kind: "guide", page: guidePageOf(entry.id) });
      case "view":
        return openView(views.find(({ id }) => id === entry.id));
      default:
        for (const action of actionsFor(dataset, { kind: entry.kind, ref: entry.id }, workspace.view.filter))
          dispatch(action);
    }
  };
  return { carryOut, close };
}
