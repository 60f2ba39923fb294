/** The menus, in their order. */
export const COMMAND_MENUS = {
  file: "File",
  edit: "Edit",
  go: "Go",
  view: "View",
  help: "Help",
} as const;

type CommandMenu = keyof typeof COMMAND_MENUS;

/** What can be asked for from the native menu, the palette and the keyboard alike. */
export interface Command {
  readonly label: string;
  /** Keys as Electron writes them; CmdOrCtrl is Cmd on macOS and Ctrl elsewhere. Null where no key is given. */
  readonly accelerator: string | null;
  readonly menu: CommandMenu;
  /** Who carries it out: the page, or the window that it is in (the desktop's own, or the browser). */
  readonly by: "page" | "window";
}

/** The one table of commands: menu, palette, shortcuts and help derive from it. */
export const COMMANDS = {
  "new-note": { label: "New note", accelerator: "CmdOrCtrl+N", menu: "file", by: "page" },
  "quick-note": { label: "Ask about this…", accelerator: "N", menu: "file", by: "page" },
  "new-window": { label: "New window", accelerator: "CmdOrCtrl+Shift+N", menu: "file", by: "page" },
  "add-package": { label: "Open package or answers…", accelerator: "CmdOrCtrl+O", menu: "file", by: "page" },
  export: { label: "Export…", accelerator: "CmdOrCtrl+E", menu: "file", by: "page" },
  "show-backups": { label: "Backups, and everything as one file", accelerator: null, menu: "file", by: "page" },
  "close-window": { label: "Close window", accelerator: "CmdOrCtrl+W", menu: "file", by: "window" },
  quit: { label: "Quit", accelerator: "CmdOrCtrl+Q", menu: "file", by: "window" },
  undo: { label: "Undo", accelerator: "CmdOrCtrl+Z", menu: "edit", by: "page" },
  redo: { label: "Redo", accelerator: "CmdOrCtrl+Shift+Z", menu: "edit", by: "page" },
  "focus-search": { label: "Search and filter", accelerator: "/", menu: "edit", by: "page" },
  "open-palette": { label: "Find anything…", accelerator: "CmdOrCtrl+K", menu: "go", by: "page" },
  "go-overview": { label: "Overview", accelerator: "CmdOrCtrl+1", menu: "go", by: "page" },
  "go-explore": { label: "Explore", accelerator: "CmdOrCtrl+2", menu: "go", by: "page" },
  "go-compare": { label: "Compare", accelerator: "CmdOrCtrl+3", menu: "go", by: "page" },
  "go-notebook": { label: "Notebook", accelerator: "CmdOrCtrl+4", menu: "go", by: "page" },
  "go-sources": { label: "Sources", accelerator: "CmdOrCtrl+5", menu: "go", by: "page" },
  "compare-filtered": { label: "Compare these states", accelerator: null, menu: "go", by: "page" },
  "show-suggestions": { label: "Suggestions from the data", accelerator: null, menu: "go", by: "page" },
  "show-draft": { label: "Draft of the next query", accelerator: null, menu: "go", by: "page" },
  "manage-packages": { label: "Manage packages", accelerator: null, menu: "go", by: "page" },
  "toggle-color-scheme": { label: "Switch between light and dark", accelerator: null, menu: "view", by: "page" },
  "toggle-density": { label: "Switch between normal and compact rows", accelerator: null, menu: "view", by: "page" },
  "zoom-in": { label: "Zoom in", accelerator: "CmdOrCtrl+Plus", menu: "view", by: "window" },
  "zoom-out": { label: "Zoom out", accelerator: "CmdOrCtrl+-", menu: "view", by: "window" },
  "zoom-reset": { label: "Actual size", accelerator: "CmdOrCtrl+0", menu: "view", by: "window" },
  "full-screen": { label: "Full screen", accelerator: null, menu: "view", by: "window" },
  "go-guide": { label: "Guide", accelerator: "CmdOrCtrl+6", menu: "help", by: "page" },
  "show-help": { label: "Help on this screen", accelerator: "F1", menu: "help", by: "page" },
  "take-tour": { label: "Take the tour", accelerator: null, menu: "help", by: "page" },
  "show-shortcuts": { label: "Keyboard shortcuts", accelerator: "?", menu: "help", by: "page" },
  "copy-diagnostics": { label: "Copy diagnostics…", accelerator: null, menu: "help", by: "page" },
  about: { label: "About AHQ Workbench", accelerator: null, menu: "help", by: "window" },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof COMMANDS;

type CommandIdBy<By extends Command["by"]> = {
  [Id in CommandId]: (typeof COMMANDS)[Id]["by"] extends By ? Id : never;
}[CommandId];

export type PageCommandId = CommandIdBy<"page">;
export type WindowCommandId = CommandIdBy<"window">;

/** Every command's id, in the order of the menus. */
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

const COMMANDS_BY_ID: ReadonlyMap<string, Command> = new Map(Object.entries(COMMANDS));

/** Whether a text names a command that the page carries out. */
export function isPageCommandId(id: string): id is PageCommandId {
  return COMMANDS_BY_ID.get(id)?.by === "page";
}
