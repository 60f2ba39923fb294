import { mkdtempSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { Chromium } from "./chromium.ts";
import { OnlyKnownEmitter } from "./only-known.ts";
import { type Closable, OpenWindows } from "./open-windows.ts";
import { RefusableEvent } from "./refusable-event.ts";
import { SingleInstance } from "./single-instance.ts";

/** The Chromium behind every window. */
export const browser = new Chromium();

/** Every window of the program. */
export const openWindows = new OpenWindows<Closable>();

/** Electron's app module: the life of the program from ready to quit. */
class App extends OnlyKnownEmitter {
  readonly isPackaged = false;
  readonly name: string = JSON.parse(readFileSync("package.json", "utf8")).productName;
  private readonly paths = new Map<string, string>();
  private readonly instance = new SingleInstance();
  private readonly ready = new Promise<void>((resolve) => this.once("ready", () => resolve()));
  private state: "running" | "quitting" | "ended" = "running";

  /** Of the stand-in alone: starts Chromium once the program's entry has run. */
  async standInStart(): Promise<void> {
    openWindows.onRemove(() => this.windowRemoved());
    // Chromium turns these into an orderly quit.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => this.quit());
    if (this.state === "ended") return;
    await browser.start(this.getPath("userData"));
    this.emit("ready", new RefusableEvent(), {});
  }

  /** Of the stand-in alone: a page refused to unload, which calls off quitting. */
  standInKeepOpen(): void {
    if (this.state === "quitting") this.state = "running";
  }

  whenReady(): Promise<void> {
    return this.ready;
  }

  /** Chromium's own sandbox is on already, wherever its user allows it. */
  enableSandbox(): void {}

  getPath(name: string): string {
    if (name === "userData" && !this.paths.has(name))
      this.setPath(name, mkdtempSync(join(tmpdir(), "electron-standin-")));
    if (name === "documents") return join(homedir(), "Documents");
    const path = this.paths.get(name);
    if (path === undefined) throw new Error(`the Electron stand-in has no app.getPath("${name}")`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  getVersion(): string {
    return JSON.parse(readFileSync("package.json", "utf8")).version;
  }

  /** The panel itself is the system's. */
  setAboutPanelOptions(_options: object): void {}

  requestSingleInstanceLock(): boolean {
    return this.instance.acquire(this.getPath("userData"), (argv) =>
      this.emit("second-instance", new RefusableEvent(), argv, process.cwd(), null),
    );
  }

  /** Closes every window, each of which may refuse, and then ends the program, which a listener may put off. */
  quit(): void {
    if (this.state === "ended" || this.isRefused("before-quit")) return;
    this.state = "quitting";
    if (openWindows.all.length === 0) this.endUnlessRefused();
    else for (const window of openWindows.all) window.close();
  }

  /** Ends the program at once. */
  exit(code = 0): void {
    if (this.state === "ended") return;
    this.state = "ended";
    this.emit("quit", new RefusableEvent(), code);
    Promise.allSettled([this.instance.settled, browser.stop()]).then(() => process.exit(code));
  }

  private windowRemoved(): void {
    if (openWindows.all.length > 0 || this.state === "ended") return;
    if (this.state === "quitting") this.endUnlessRefused();
    else if (!this.emit("window-all-closed")) this.quit();
  }

  private endUnlessRefused(): void {
    if (!this.isRefused("will-quit")) this.exit(0);
  }

  private isRefused(name: "before-quit" | "will-quit"): boolean {
    const event = new RefusableEvent();
    this.emit(name, event);
    return event.defaultPrevented;
  }
}

export const app = new App();
