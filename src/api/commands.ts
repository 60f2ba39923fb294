/** What can be asked for from the native menu and from the page's keyboard alike. */
export interface Command {
  readonly label: string;
  /** Keys as Electron writes them; CmdOrCtrl is Cmd on macOS and Ctrl elsewhere. Null where no key is given. */
  readonly accelerator: string | null;
  readonly menu: "file" | "edit" | "go" | "view";
}

/** The one table of commands: the page carries them out, the desktop's menu offers them. */
export const COMMANDS = {
  "new-note": { label: "New note", accelerator: "CmdOrCtrl+N", menu: "file" },
  undo: { label: "Undo", accelerator: "CmdOrCtrl+Z", menu: "edit" },
  redo: { label: "Redo", accelerator: "CmdOrCtrl+Shift+Z", menu: "edit" },
  "focus-search": { label: "Search", accelerator: "/", menu: "edit" },
  "go-overview": { label: "Overview", accelerator: "CmdOrCtrl+1", menu: "go" },
  "go-explore": { label: "Explore", accelerator: "CmdOrCtrl+2", menu: "go" },
  "go-compare": { label: "Compare", accelerator: "CmdOrCtrl+3", menu: "go" },
  "go-notebook": { label: "Notebook", accelerator: "CmdOrCtrl+4", menu: "go" },
  "go-sources": { label: "Sources", accelerator: "CmdOrCtrl+5", menu: "go" },
  "toggle-color-scheme": { label: "Switch between light and dark", accelerator: null, menu: "view" },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof COMMANDS;

/** Every command's id, in the order of the menus. */
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

/** Whether a text names a command. */
export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(COMMANDS, id);
}

/** What the desktop's preload gives to the page as `ahqHost`; absent in browser mode. */
export interface DesktopBridge {
  /** Calls the listener with the id of each command chosen in the native menu, until the function that it gives is called. */
  readonly onCommand: (listener: (id: string) => void) => () => void;
}
