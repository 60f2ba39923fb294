import { useEffect, useMemo } from "react";
import { COMMAND_IDS, COMMANDS, type CommandId, type DesktopBridge, isCommandId } from "../../api/commands.ts";
import { NEW_NOTE_INPUT_ID } from "../shared/response-notes.tsx";
import { useNotes } from "../shared/use-notes.tsx";
import { useSettings } from "../shared/use-settings.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { FILTER_INPUT_ID } from "./search/search-box.tsx";

declare global {
  interface Window {
    readonly ahqHost?: DesktopBridge;
  }
}

type Actions = Readonly<Record<CommandId, () => void>>;

/** Carries out the commands, whether they come from the keyboard or from the desktop's menu. */
export function useCommands(): void {
  const actions = useActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command === null) return;
      event.preventDefault();
      actions[command]();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [actions]);
  useEffect(() => window.ahqHost?.onCommand((id) => isCommandId(id) && actions[id]()), [actions]);
}

function useActions(): Actions {
  const { settings, change } = useSettings();
  const { workspace, dispatch } = useWorkspace();
  const { addNote } = useNotes();
  const hasDetail = workspace.detail !== null;
  return useMemo(
    () => ({
      "go-overview": () => dispatch({ kind: "go", screen: "overview" }),
      "go-explore": () => dispatch({ kind: "go", screen: "explore" }),
      "go-compare": () => dispatch({ kind: "go", screen: "compare" }),
      "go-notebook": () => dispatch({ kind: "go", screen: "notebook" }),
      "go-sources": () => dispatch({ kind: "go", screen: "sources" }),
      undo: () => dispatch({ kind: "undo" }),
      redo: () => dispatch({ kind: "redo" }),
      "focus-search": () => document.getElementById(FILTER_INPUT_ID)?.focus(),
      // Beside an open response the question is about that response, and is written there.
      "new-note": () => {
        if (hasDetail) return document.getElementById(NEW_NOTE_INPUT_ID)?.focus();
        dispatch({ kind: "note", note: addNote({ title: "New question" }) });
        return dispatch({ kind: "go", screen: "notebook" });
      },
      "toggle-color-scheme": () => change({ colorScheme: settings.colorScheme === "dark" ? "light" : "dark" }),
    }),
    [dispatch, addNote, hasDetail, change, settings.colorScheme],
  );
}

/** The command that a key press asks for. Inside a text field the field's own keys come first: undo there is the field's undo. */
function commandOf(event: KeyboardEvent): CommandId | null {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return (
    COMMAND_IDS.find((id) => {
      if (isInTextField(event) && (isPlain || id === "undo" || id === "redo")) return false;
      return matches(event, COMMANDS[id].accelerator);
    }) ?? null
  );
}

function matches(event: KeyboardEvent, accelerator: string | null): boolean {
  if (accelerator === null) return false;
  const keys = accelerator.split("+");
  const wantsMain = keys.includes("CmdOrCtrl");
  const hasMain = event.ctrlKey || event.metaKey;
  // A plain sign such as "/" may need Shift on some keyboards; only a command with Ctrl tells the two apart.
  const shiftFits = !wantsMain || keys.includes("Shift") === event.shiftKey;
  return wantsMain === hasMain && shiftFits && !event.altKey && event.key.toLowerCase() === keys.at(-1)?.toLowerCase();
}

function isInTextField(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
}
