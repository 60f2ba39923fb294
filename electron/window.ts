import { join } from "node:path";
import { BrowserWindow, dialog, screen } from "electron";
import type { Settings } from "../src/api/settings.ts";
import { besideBounds, openingBounds, SMALLEST_WINDOW } from "./window-bounds.ts";

interface WindowOptions {
  /** The page's address, with the place in it. */
  readonly address: string;
  readonly bounds: Settings["windowBounds"];
  /** Told where the window stands when it is about to close. */
  readonly onClose: (bounds: NonNullable<Settings["windowBounds"]>) => void;
}

/** Opens a window on the page, sandboxed and without Node, and shows it once there is something to see; a further one stands a little beside the one that is used. */
export async function openWindow({ address, bounds, onClose }: WindowOptions): Promise<void> {
  const other = currentWindow()?.getNormalBounds();
  const window = new BrowserWindow({
    ...openingBounds(
      other === undefined ? bounds : besideBounds(other),
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    title: "AHQ Workbench",
    webPreferences: {
      preload: join(import.meta.dirname, "../preload/preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Elsewhere Chromium would download its dictionaries.
      spellcheck: process.platform === "darwin",
    },
  });
  window.once("ready-to-show", () => window.show());
  window.on("close", () => onClose(window.getNormalBounds()));
  waitForUnsaved(window);
  await window.loadURL(address).catch((error: unknown) => {
    // Closed before its page was there: then nobody misses it.
    if (!window.isDestroyed()) throw error;
  });
}

/** The window that is used, or any where none has the focus; null where none is open. */
export function currentWindow(): BrowserWindow | null {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null;
}

/** Brings the window to the front, as a second start of the program does. */
export function focusWindow(): void {
  const window = currentWindow();
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const BETWEEN_TRIES_MS = 200;
const TRIES_BEFORE_ASKING = 15;

/** The page refuses to unload while a change is on its way to the data folder: tries again, and asks the analyst if it takes long. */
function waitForUnsaved(window: BrowserWindow): void {
  let tries = 0;
  window.webContents.on("will-prevent-unload", (event) => {
    tries += 1;
    if (tries < TRIES_BEFORE_ASKING) {
      setTimeout(() => window.isDestroyed() || window.close(), BETWEEN_TRIES_MS);
      return;
    }
    tries = 0;
    // Here preventing means: unload all the same.
    if (wantsToLose(window)) event.preventDefault();
  });
}

function wantsToLose(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: "warning",
    message: "A change is not saved yet.",
    detail: "The data folder does not take it. Keep the window open to copy what you wrote.",
    buttons: ["Keep open", "Close and lose it"],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return choice === 1;
}
