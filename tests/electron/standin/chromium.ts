import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Browser, type BrowserContext, type CDPSession, chromium } from "playwright";
import { findInstalledBrowser } from "../../../scripts/find-browser.mjs";

// Nothing that the page asks for may leave this machine, whatever the guards under test let through.
const NO_NETWORK = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1";

/** A headless Chromium whose pages are the stand-in's windows. */
export class Chromium {
  private child: ChildProcess | null = null;
  private browser: Browser | null = null;
  // Kept open: what is set through it ends with it.
  private session: CDPSession | null = null;

  /** Starts Chromium on a profile folder and announces its address the way that Electron does, so that Playwright finds it. */
  async start(profile: string): Promise<void> {
    const installed = findInstalledBrowser();
    if (installed === null) throw new Error("the Electron stand-in found no Chromium or Chrome: set CHROME_PATH");
    this.child = spawn(installed.path, switches(profile), { stdio: ["ignore", "ignore", "pipe"] });
    process.on("exit", () => this.child?.kill("SIGKILL"));
    const address = await debuggerAddress(this.child);
    this.browser = await chromium.connectOverCDP(address);
    this.session = await this.browser.newBrowserCDPSession();
    process.stderr.write(`DevTools listening on ${address}\n`);
  }

  /** The one context that Playwright's Electron client sees too. */
  get context(): BrowserContext {
    const context = this.browser?.contexts()[0];
    if (context === undefined)
      throw new Error("the Electron stand-in's Chromium is not running: wait for app.whenReady");
    return context;
  }

  /** Grants or denies a permission for every origin, as Chromium names it. */
  async setPermission(name: string, isGranted: boolean): Promise<void> {
    const setting = isGranted ? "granted" : "denied";
    await this.session?.send("Browser.setPermission", { permission: { name }, setting });
  }

  /** Ends Chromium with its profile written. */
  async stop(): Promise<void> {
    if (this.child === null || this.session === null) return;
    const ended = once(this.child, "exit");
    await this.session.send("Browser.close");
    await ended;
  }
}

function switches(profile: string): readonly string[] {
  return [
    "--headless",
    // Chromium refuses to run as root with its own sandbox.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-startup-window",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--host-resolver-rules=${NO_NETWORK}`,
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
  ];
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  let said = "";
  const announced = new Promise<string>((resolve) => {
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const failed = Promise.race([once(child, "exit"), once(child, "error")]).then(() => {
    throw new Error(`the Electron stand-in's Chromium ended before it was ready: ${said}`);
  });
  return Promise.race([announced, failed]);
}
