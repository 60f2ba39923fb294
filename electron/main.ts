import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { app, BrowserWindow, dialog, Menu, session } from "electron";
import { ApiError } from "../src/api/api-error.ts";
import type { CommandId } from "../src/api/commands.ts";
import type { Settings } from "../src/api/settings.ts";
import { logCrashes } from "../src/service/crash-log.ts";
import type { Places, Service } from "../src/service/service.ts";
import { userDataFolder } from "../src/service/user-data-folder.ts";
import { createWebHandler } from "../src/service/web-handler.ts";
import { openService } from "../src/service/workbench-service.ts";
import { type AppRequests, registerAppScheme, serveApp } from "./app-protocol.ts";
import { guardContents, refusePermissions } from "./guards.ts";
import { hostPowers } from "./host-powers.ts";
import { menuTemplate } from "./menu.ts";
import { focusWindow, openWindow } from "./window.ts";

const places = placesOf(userDataFolder({ asked: askedFolder() }));

// Chromium's own files stand apart from the analyst's; one instance a data folder follows from it.
const chromiumFolder = join(places.userData, "desktop");
mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 });
app.setPath("userData", chromiumFolder);
app.enableSandbox();
registerAppScheme();

if (app.requestSingleInstanceLock()) start().catch(endWithError);
else app.quit();

async function start(): Promise<void> {
  app.on("second-instance", focusWindow);
  app.on("web-contents-created", (_event, contents) => guardContents(contents));
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  const run = { host: "electron", version: app.getVersion() } as const;
  logCrashes(places.userData, run);
  const service = await openService({ places, powers: hostPowers(), ...run });
  const requests = serveApp(createWebHandler({ service, uiAssets: places.uiAssets }));
  closeBeforeQuitting(service, requests);
  refusePermissions(session.defaultSession);
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(process.platform, sendToPage)]));
  const { windowBounds } = await service.readSettings({});
  await openWindow({ bounds: windowBounds, onClose: (bounds) => rememberBounds(service, bounds) });
}

function askedFolder(): string | null {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { "data-dir": { type: "string" } },
    strict: false,
  });
  const asked = values["data-dir"];
  return typeof asked === "string" ? asked : null;
}

// A packaged program keeps its data beside itself, outside the archive, where it can be looked at.
function placesOf(userData: string): Places {
  const root = resolve(import.meta.dirname, "../..");
  return {
    packagedData: join(app.isPackaged ? process.resourcesPath : root, "data"),
    uiAssets: join(root, "out/page"),
    userData,
  };
}

function sendToPage(id: CommandId): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  window?.webContents.send("command", id);
}

function rememberBounds(service: Service, windowBounds: Settings["windowBounds"]): void {
  service.changeSettings({ windowBounds }).catch((error: unknown) => {
    // Another process owns the data folder; where this window stood is not worth a question.
    if (error instanceof ApiError && error.code === "read-only") return;
    console.error("The window's place was not remembered:", error);
  });
}

/** Once all windows are closed: answers what is still asked, closes the service, and only then lets the program end. */
function closeBeforeQuitting(service: Service, requests: AppRequests): void {
  app.once("will-quit", (event) => {
    event.preventDefault();
    requests
      .settled()
      .then(() => service.close())
      .then(
        () => app.quit(),
        (error: unknown) => endWithError(error),
      );
  });
}

function endWithError(error: unknown): void {
  dialog.showErrorBox("AHQ Workbench", error instanceof Error ? error.message : String(error));
  app.exit(1);
}
