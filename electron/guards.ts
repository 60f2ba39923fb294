import { BrowserWindow, dialog, type Session, shell, type WebContents } from "electron";
import { isAppAddress } from "./app-protocol.ts";

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);

/** Refuses every permission that a page can ask for, but writing text to the clipboard. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, reply) => reply(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
}

/** Keeps contents on the page: no navigation elsewhere, no frame, no webview, and a further window only by `openPage`. A content security policy does not stop these. */
export function guardContents(contents: WebContents, openPage: (address: string) => void): void {
  contents.on("will-frame-navigate", (details) => {
    if (!details.isMainFrame || !isAppAddress(details.url)) details.preventDefault();
  });
  contents.on("will-redirect", (details) => {
    if (!isAppAddress(details.url)) details.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isAppAddress(url)) openPage(url);
    else void offerToOpenOutside(contents, url);
    return { action: "deny" };
  });
}

/** Opens an https address in the system's browser if the analyst says so; any other address is dropped. */
async function offerToOpenOutside(contents: WebContents, address: string): Promise<void> {
  const window = BrowserWindow.fromWebContents(contents);
  if (window === null || !isHttps(address)) return;
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message: "Open this address in your browser?",
    detail: address,
    buttons: ["Open", "Cancel"],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(address);
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === "https:";
}
