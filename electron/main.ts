import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { app, dialog, session } from "electron";
import { ApiError } from "../src/api/api-error.ts";
import type { PageCommandId } from "../src/api/commands.ts";
import type { DesktopRequest } from "../src/api/desktop-request.ts";
import { methodPath } from "../src/api/paths.ts";
import type { Settings } from "../src/api/settings.ts";
import { logCrashes } from "../src/service/crash-log.ts";
import type { Places, Service } from "../src/service/service.ts";
import { userDataFolder } from "../src/service/user-data-folder.ts";
import { createWebHandler } from "../src/service/web-handler.ts";
import { openService } from "../src/service/workbench-service.ts";
import { keepMenu } from "./app-menu.ts";
import { APP_ADDRESS, type AppRequests, registerAppScheme, serveApp } from "./app-protocol.ts";
import { guardContents, refusePermissions } from "./guards.ts";
import { hostPowers } from "./host-powers.ts";
import { filesIn, OPENED_ENDINGS, OpenedFiles } from "./opened-files.ts";
import { currentWindow, focusWindow, openWindow } from "./window.ts";

const places = placesOf(userDataFolder({ asked: askedFolder() }));
const opened = new OpenedFiles();

// Chromium's own files stand apart from the analyst's; one instance a data folder follows from it.
const chromiumFolder = join(places.userData, "desktop");
mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 });
app.setPath("userData", chromiumFolder);
app.enableSandbox();
registerAppScheme();

if (app.requestSingleInstanceLock()) start().catch(endWithError);
else app.quit();

async function start(): Promise<void> {
  let early: string[] | null = [...filesIn(process.argv.slice(1), process.cwd())];
  // On macOS a file comes by this event, before the program is ready where it was started by it.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (early === null) offer([path]);
    else early.push(path);
  });
  app.on("second-instance", (_event, argv, folder) => {
    focusWindow();
    offer(filesIn(argv.slice(1), folder));
  });
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    copyright: "Apache-2.0",
  });
  const run = { host: "electron", version: app.getVersion() } as const;
  logCrashes(places.userData, run);
  const service = await openService({ places, powers: hostPowers(), ...run });
  const openFurther = (address: string) => {
    openPage(service, address).catch((error: unknown) => console.error("No further window could be opened:", error));
  };
  app.on("web-contents-created", (_event, contents) => guardContents(contents, openFurther));
  const refreshMenu = keepMenu(service, { carryOut: carryOutWith(openFurther), openPackage });
  closeBeforeQuitting(
    service,
    serveApp(withMenu(createWebHandler({ service, uiAssets: places.uiAssets }), refreshMenu)),
  );
  refusePermissions(session.defaultSession);
  await refreshMenu();
  await openPage(service, APP_ADDRESS);
  offer(early);
  early = null;
}

/** The page's own requests, with the menu kept in step; and the files that the program was opened with. */
function withMenu(handle: (request: Request) => Promise<Response>, refreshMenu: () => Promise<void>): typeof handle {
  return async (request) => {
    const file = await opened.answer(request);
    if (file !== null) return file;
    const response = await handle(request);
    if (request.url.endsWith(methodPath("changeSettings"))) await refreshMenu();
    return response;
  };
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

async function openPage(service: Service, address: string): Promise<void> {
  const { windowBounds } = await service.readSettings({});
  await openWindow({ address, bounds: windowBounds, onClose: (bounds) => rememberBounds(service, bounds) });
}

function ask(request: DesktopRequest): void {
  currentWindow()?.webContents.send("request", request);
}

function offer(paths: readonly string[]): void {
  if (paths.length > 0) ask(opened.requestFor(paths));
}

function openPackage(id: string): void {
  ask({ kind: "package", id });
}

// Two need more than a page may do without a click in it: another window, and the dialog that chooses files.
function carryOutWith(openFurther: (address: string) => void): (id: PageCommandId) => void {
  return (id) => {
    if (id === "new-window") openFurther(currentWindow()?.webContents.getURL() ?? APP_ADDRESS);
    else if (id === "add-package") void chooseFiles();
    else ask({ kind: "command", id });
  };
}

async function chooseFiles(): Promise<void> {
  const window = currentWindow();
  if (window === null) return;
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ["openFile", "multiSelections"],
    filters: [{ name: "Packages and answers", extensions: OPENED_ENDINGS }],
  });
  offer(filePaths);
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
