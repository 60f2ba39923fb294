import { useMemo } from "react";
import type { PageCommandId } from "../../../api/commands.ts";
import { filesOfInput, type NamedFile, OPENED_NAMES } from "../../shared/chosen-files.ts";
import { EXPORT_BUTTON_ID, FILTER_INPUT_ID, NEW_NOTE_INPUT_ID } from "../../shared/command-targets.ts";
import { comparePassing } from "../../shared/compare-passing.ts";
import { pageAbout } from "../../shared/guide-pages.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import { useNotes } from "../../shared/use-notes.tsx";
import { useSettings } from "../../shared/use-settings.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { NotebookPart } from "../../shared/workspace.ts";

export type Actions = Readonly<Record<PageCommandId, () => void>>;

export type CommandDialog = "tour" | "palette" | "capture" | "shortcuts" | "diagnostics";

/** What each command of the page does. */
export function useActions(show: (dialog: CommandDialog) => void): Actions {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { addNote, sendWritten } = useNotes();
  const { offer } = useLibrary();
  const { screen, view } = workspace;
  const hasDetail = workspace.detail !== null;
  const { settings, change } = useSettings();
  const { colorScheme, density } = settings;
  return useMemo(() => {
    const goToPart = (part: string) => {
      dispatch({ kind: "part", part });
      dispatch({ kind: "go", screen: "sources" });
    };
    const goToNotebook = (part: NotebookPart) => {
      dispatch({ kind: "notebook-part", part });
      dispatch({ kind: "go", screen: "notebook" });
    };
    return {
      "go-overview": () => dispatch({ kind: "go", screen: "overview" }),
      "go-explore": () => dispatch({ kind: "go", screen: "explore" }),
      "go-compare": () => dispatch({ kind: "go", screen: "compare" }),
      "go-notebook": () => dispatch({ kind: "go", screen: "notebook" }),
      "go-sources": () => dispatch({ kind: "go", screen: "sources" }),
      "compare-filtered": () => {
        for (const action of comparePassing(dataset, view)) dispatch(action);
      },
      "show-suggestions": () => goToNotebook("suggestions"),
      "show-draft": () => goToNotebook("draft"),
      "go-guide": () => dispatch({ kind: "go", screen: "guide" }),
      "show-help": () => dispatch({ kind: "guide", page: pageAbout(screen) }),
      "manage-packages": () => goToPart("library"),
      // What is being written is a step of its own, and the first to be taken back.
      undo: () => {
        sendWritten();
        dispatch({ kind: "undo" });
      },
      redo: () => dispatch({ kind: "redo" }),
      "focus-search": () => document.getElementById(FILTER_INPUT_ID)?.focus(),
      // Beside an open response the question is about that response, and is written there.
      "new-note": () => {
        if (hasDetail) return document.getElementById(NEW_NOTE_INPUT_ID)?.focus();
        dispatch({ kind: "note", note: addNote({ title: "New question" }) });
        return dispatch({ kind: "go", screen: "notebook" });
      },
      "quick-note": () => show("capture"),
      "new-window": () => void window.open(location.href),
      "add-package": () => chooseFiles(offer),
      "show-backups": () => {
        dispatch({ kind: "notebook-part", part: "sharing" });
        dispatch({ kind: "go", screen: "notebook" });
      },
      // Where the screen has no table of its own to give, the whole package is what can go out.
      export: () => {
        const button = document.getElementById(EXPORT_BUTTON_ID);
        if (button === null) goToPart("export");
        else button.click();
      },
      "toggle-color-scheme": () => change({ colorScheme: colorScheme === "dark" ? "light" : "dark" }),
      "toggle-density": () => change({ density: density === "compact" ? "normal" : "compact" }),
      "open-palette": () => show("palette"),
      "take-tour": () => show("tour"),
      "show-shortcuts": () => show("shortcuts"),
      "copy-diagnostics": () => show("diagnostics"),
    };
  }, [dataset, view, dispatch, addNote, sendWritten, offer, screen, hasDetail, change, colorScheme, density, show]);
}

function chooseFiles(offer: (files: readonly NamedFile[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = OPENED_NAMES;
  input.addEventListener("change", () => input.files !== null && offer(filesOfInput(input.files)));
  input.click();
}
