import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "playwright";
import { app, browser } from "./app.ts";
import { expectKnownOptions, OnlyKnownEmitter } from "./only-known.ts";
import { preloadScript } from "./preload-script.ts";
import { fromServed, toServed } from "./protocol.ts";
import { RefusableEvent } from "./refusable-event.ts";
import { applyPermissions } from "./session.ts";

/** What a window can be told of its page; anything else is refused. */
export interface WebPreferences {
  readonly preload?: string;
  readonly [name: string]: unknown;
}

const KNOWN_PREFERENCES: readonly string[] = [
  "preload",
  "sandbox",
  "contextIsolation",
  "nodeIntegration",
  "webSecurity",
  "webviewTag",
  "spellcheck",
];

const KNOWN_PDF_OPTIONS: readonly string[] = [
  "generateTaggedPDF",
  "generateDocumentOutline",
  "preferCSSPageSize",
  "printBackground",
];

type OpenHandler = (details: { readonly url: string }) => { readonly action: "allow" | "deny" };

/** The events by which the program hears of a navigation before it happens. */
class NavigationEvent extends RefusableEvent {
  readonly isSameDocument = false;

  constructor(
    readonly url: string,
    readonly isMainFrame: boolean,
  ) {
    super();
  }
}

let nextId = 1;

/** Electron's WebContents: a page of the headless Chromium. */
export class WebContents extends OnlyKnownEmitter {
  readonly id = nextId++;
  targetId = "";
  private readonly opened: Promise<Page>;
  private page: Page | null = null;
  private isLoading = false;
  private openHandler: OpenHandler | null = null;

  constructor(private readonly preferences: WebPreferences) {
    super();
    expectKnownOptions("webPreferences", preferences, KNOWN_PREFERENCES);
    // After the program's listeners of web-contents-created had their turn.
    this.opened = Promise.resolve().then(() => this.open());
    this.opened.catch((error: unknown) => {
      console.error(error);
      app.exit(1);
    });
    app.emit("web-contents-created", new RefusableEvent(), this);
  }

  /** The page behind these contents, once it is open. */
  standInPage(): Promise<Page> {
    return this.opened;
  }

  getURL(): string {
    return fromServed(this.page?.url() ?? "");
  }

  getLastWebPreferences(): WebPreferences {
    return this.preferences;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }

  send(channel: string, ...values: readonly unknown[]): void {
    const delivered = this.page?.evaluate(
      ([name, list]) => Reflect.get(window, "__electronStandInDeliver")?.(name, list),
      [channel, values] as const,
    );
    // A page that is closing hears nothing any more.
    delivered?.catch(() => undefined);
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.opened;
    this.isLoading = true;
    await page.goto(await toServed(address)).finally(() => {
      this.isLoading = false;
    });
    this.emit("did-finish-load");
  }

  async printToPDF(options: Readonly<Record<string, unknown>>): Promise<Buffer> {
    expectKnownOptions("printToPDF", options, KNOWN_PDF_OPTIONS);
    const page = await this.opened;
    return page.pdf({
      tagged: options.generateTaggedPDF === true,
      outline: options.generateDocumentOutline === true,
      preferCSSPageSize: options.preferCSSPageSize === true,
      printBackground: options.printBackground === true,
    });
  }

  private async open(): Promise<Page> {
    await applyPermissions();
    const page = await browser.context.newPage();
    this.page = page;
    page.on("pageerror", (error) => console.error(error));
    page.on("dialog", (dialog) => {
      const isLeft = dialog.type() === "beforeunload" && this.isUnloadForced();
      // The page may be gone by the time of the answer.
      (isLeft ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
    });
    const { preload } = this.preferences;
    if (preload !== undefined) await page.addInitScript(preloadScript(readFileSync(preload, "utf8")));
    await this.guard(page, await page.context().newCDPSession(page));
    return page;
  }

  private isUnloadForced(): boolean {
    const event = new RefusableEvent();
    this.emit("will-prevent-unload", event);
    if (!event.defaultPrevented) app.standInKeepOpen();
    return event.defaultPrevented;
  }

  /** Asks the program before a document is fetched and before a window is opened. */
  private async guard(page: Page, session: CDPSession): Promise<void> {
    const { targetInfo } = await session.send("Target.getTargetInfo");
    this.targetId = targetInfo.targetId;
    const { frameTree } = await session.send("Page.getFrameTree");
    session.on("Fetch.requestPaused", ({ requestId, request, frameId, redirectedRequestId }) => {
      const event = new NavigationEvent(fromServed(request.url), frameId === frameTree.frame.id);
      const answer = this.isNavigationRefused(event, redirectedRequestId !== undefined)
        ? session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" })
        : session.send("Fetch.continueRequest", { requestId });
      // The page may be gone by the time of the answer.
      answer.catch(() => undefined);
    });
    session.on("Page.windowOpen", ({ url }) => {
      if (this.openHandler?.({ url: fromServed(url) }).action === "allow")
        throw new Error("the Electron stand-in opens no second window");
    });
    page.on("popup", (popup) => {
      if (this.openHandler !== null) popup.close().catch(() => undefined);
    });
    await session.send("Page.enable");
    await session.send("Fetch.enable", { patterns: [{ resourceType: "Document", requestStage: "Request" }] });
  }

  private isNavigationRefused(event: NavigationEvent, isRedirect: boolean): boolean {
    if (isRedirect) this.emit("will-redirect", event);
    else if (!(this.isLoading && event.isMainFrame)) {
      this.emit("will-frame-navigate", event);
      if (event.isMainFrame) this.emit("will-navigate", event);
    }
    return event.defaultPrevented;
  }
}
