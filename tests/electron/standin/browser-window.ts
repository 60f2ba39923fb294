import { app, openWindows } from "./app.ts";
import { expectKnownOptions, OnlyKnownEmitter } from "./only-known.ts";
import { RefusableEvent } from "./refusable-event.ts";
import { WebContents, type WebPreferences } from "./web-contents.ts";

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly webPreferences?: WebPreferences;
  readonly [name: string]: unknown;
}

const KNOWN_OPTIONS: readonly string[] = [
  "x",
  "y",
  "width",
  "height",
  "minWidth",
  "minHeight",
  "show",
  "title",
  "webPreferences",
];

/** Electron's BrowserWindow: a page of the headless Chromium with bounds of its own. */
export class BrowserWindow extends OnlyKnownEmitter {
  readonly webContents: WebContents;
  private bounds: Bounds;
  private visible: boolean;
  private destroyed = false;

  constructor(options: WindowOptions = {}) {
    super();
    expectKnownOptions("BrowserWindow", options, KNOWN_OPTIONS);
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.visible = options.show ?? true;
    this.webContents = new WebContents(options.webPreferences ?? {});
    openWindows.add(this);
    this.webContents.standInPage().then(async (page) => {
      page.once("close", () => this.closed());
      page.once("load", () => this.emit("ready-to-show"));
      await page.setViewportSize({ width, height });
    }, ignore);
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return openWindows.all.filter((window) => window instanceof BrowserWindow);
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().findLast((window) => window.isVisible()) ?? null;
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.visible = true;
  }

  hide(): void {
    this.visible = false;
  }

  /** The newest visible window has the focus. */
  focus(): void {}

  isVisible(): boolean {
    return this.visible;
  }

  /** A headless page is never minimized. */
  isMinimized(): boolean {
    return false;
  }

  getBounds(): Bounds {
    return this.bounds;
  }

  getNormalBounds(): Bounds {
    return this.bounds;
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    const { width, height } = this.bounds;
    this.webContents
      .standInPage()
      .then((page) => page.setViewportSize({ width, height }))
      .catch(ignore);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  close(): void {
    const event = new RefusableEvent();
    this.emit("close", event);
    if (event.defaultPrevented) app.standInKeepOpen();
    else this.closePage(true);
  }

  destroy(): void {
    this.closePage(false);
  }

  private closePage(runBeforeUnload: boolean): void {
    this.webContents
      .standInPage()
      .then((page) => page.close({ runBeforeUnload }))
      .catch(ignore);
  }

  private closed(): void {
    this.destroyed = true;
    this.emit("closed");
    openWindows.remove(this);
  }
}

// A page that could not be opened has ended the program already; one that is closing takes no more orders.
function ignore(): void {}
