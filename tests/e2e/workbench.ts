import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, test as base, chromium, type ElectronApplication, type Page } from "@playwright/test";
import { findInstalledBrowser } from "../../scripts/find-browser.mjs";
import { FILTER_INPUT_ID } from "../../src/ui/shared/command-targets.ts";
import { answerSaveDialog, launchDesktop } from "../electron/launch-desktop.ts";

const root = resolve(import.meta.dirname, "../..");
const isRoot = process.getuid?.() === 0;

/** The program under test with a data folder of its own, to be opened and closed as often as a test likes. */
export interface Workbench {
  /** Its data folder. */
  readonly folder: string;
  readonly open: () => Promise<Page>;
  readonly close: () => Promise<void>;
  /** Ends the program and leaves its page; only in browser mode, where they are two. */
  readonly stopServing: () => Promise<void>;
  /** Does what ends in a saved file, and gives the file's bytes. */
  readonly saved: (page: Page, act: () => Promise<void>) => Promise<Buffer>;
  /** Every address that the page asked for which was not of its own origin. */
  readonly outside: readonly string[];
}

/** A test that gets the workbench of its project's host. */
export const test = base.extend<{ readonly workbench: Workbench; readonly isFirstRun: boolean }>({
  // Who has used the workbench before is not offered the tour.
  isFirstRun: [false, { option: true }],
  workbench: async ({ isFirstRun }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), "ahq-e2e-"));
    const settings = JSON.stringify({ version: 1, knowsTour: true });
    if (!isFirstRun) await writeFile(join(folder, "settings.json"), settings);
    const workbench =
      testInfo.project.name === "electron" ? new ElectronWorkbench(folder) : new BrowserModeWorkbench(folder);
    await use(workbench);
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  },
});

class BrowserModeWorkbench implements Workbench {
  readonly outside: string[] = [];
  readonly folder: string;
  private server: ChildProcess | null = null;
  private browser: Browser | null = null;

  constructor(folder: string) {
    this.folder = folder;
    this.open = this.open.bind(this);
  }

  async open(): Promise<Page> {
    const program = join(root, "out/hosts/browser-mode.js");
    this.server = spawn(process.execPath, [program, "--no-open", "--data-dir", this.folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const address = await printedAddress(this.server);
    const args = ["--disable-gpu", ...(isRoot ? ["--no-sandbox"] : [])];
    const executablePath = findInstalledBrowser()?.path;
    this.browser = await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
    // A context of its own, so that a test can open a second window.
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    watch(page, new URL(address).origin, this.outside);
    await page.goto(address);
    await isDrawn(page);
    return page;
  }

  async saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    return readFile(await download.path());
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.stopServing();
    this.browser = null;
  }

  async stopServing(): Promise<void> {
    if (this.server !== null && this.server.exitCode === null) {
      const ended = once(this.server, "exit");
      this.server.kill("SIGINT");
      await ended;
    }
    this.server = null;
  }
}

class ElectronWorkbench implements Workbench {
  readonly outside: string[] = [];
  readonly folder: string;
  private program: ElectronApplication | null = null;

  constructor(folder: string) {
    this.folder = folder;
  }

  async open(): Promise<Page> {
    this.program = await launchDesktop(this.folder);
    const page = await this.program.firstWindow();
    // The window opens empty; its origin is known once the page is there.
    await page.waitForURL((url) => url.protocol !== "about:");
    watch(page, new URL(page.url()).origin, this.outside);
    await isDrawn(page);
    return page;
  }

  async saved(_page: Page, act: () => Promise<void>): Promise<Buffer> {
    const file = join(this.folder, "saved-by-test");
    if (this.program !== null) await answerSaveDialog(this.program, file);
    await act();
    const deadline = Date.now() + 10_000;
    for (;;) {
      const bytes = await readFile(file).catch(() => null);
      if (bytes !== null) return bytes;
      if (Date.now() > deadline) throw new Error(`nothing was saved at ${file}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async stopServing(): Promise<void> {
    throw new Error("the desktop program is one with its page");
  }

  async close(): Promise<void> {
    await this.program?.close();
    this.program = null;
  }
}

// The bars come a blink behind the screen; where nothing can be opened there are none.
async function isDrawn(page: Page): Promise<void> {
  await page.locator(`#${FILTER_INPUT_ID}, [role="alert"]`).first().waitFor();
}

function watch(page: Page, origin: string, outside: string[]): void {
  page.on("request", (request) => {
    const address = new URL(request.url());
    const isLocal = address.protocol === "blob:" || address.protocol === "data:";
    if (!isLocal && address.origin !== origin) outside.push(request.url());
  });
}

async function printedAddress(server: ChildProcess): Promise<string> {
  let printed = "";
  for await (const text of server.stdout ?? []) {
    printed += String(text);
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`browser mode ended without an address: ${printed}`);
}
