import { app } from "./app.ts";
import { BrowserWindow } from "./browser-window.ts";
import { dialog as standInDialog, shell as standInShell } from "./dialogs.ts";
import { Menu as StandInMenu } from "./menu.ts";
import { onlyKnown } from "./only-known.ts";
import { protocol as standInProtocol } from "./protocol.ts";
import { session as standInSession } from "./session.ts";
import type { WebContents } from "./web-contents.ts";

// What the program's main process imports from "electron". A name that is not here fails at the import; a member that is not there throws.
export { app, BrowserWindow };
export const dialog = onlyKnown("dialog", standInDialog);
export const shell = onlyKnown("shell", standInShell);
export const Menu = onlyKnown("Menu", StandInMenu);
export const protocol = onlyKnown("protocol", standInProtocol);
export const session = { defaultSession: onlyKnown("session", standInSession.defaultSession) };
export const screen = onlyKnown("screen", {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
});

/** Asked by Playwright, to find the window of a page. */
export const webContents = onlyKnown("webContents", {
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    BrowserWindow.getAllWindows().find((window) => window.webContents.targetId === targetId)?.webContents,
});
