import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type ElectronApplication, type Page } from "@playwright/test";
import { launchDesktop } from "./launch-desktop.ts";

/** The desktop program on a data folder of its own, to be opened and quit as often as a test likes. */
export class Desktop {
  readonly dataFolder: string;
  private running: ElectronApplication | null = null;

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
  }

  /** The running program, seen from its main process. */
  get app(): ElectronApplication {
    if (this.running === null) throw new Error("the desktop program is not open");
    return this.running;
  }

  async open(): Promise<Page> {
    this.running = await launchDesktop(this.dataFolder);
    const page = await this.running.firstWindow();
    await page.getByRole("navigation", { name: "Screens" }).waitFor();
    return page;
  }

  /** Quits as the menu does, and waits until the program is gone. */
  async quit(): Promise<void> {
    if (this.running === null) return;
    // Not through Playwright's own close, which stops answering the page's requests before the program has ended.
    const ended = this.running.waitForEvent("close");
    await this.running.evaluate(({ app }) => app.quit());
    await ended;
    this.running = null;
  }
}

export const test = base.extend<{ readonly desktop: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  desktop: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "ahq-desktop-"));
    const desktop = new Desktop(folder);
    await use(desktop);
    await desktop.quit();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  },
});

/** Calls a method of the contract from the page, as the page's own client does. */
export function call(
  page: Page,
  path: string,
  body: unknown,
): Promise<{ readonly status: number; readonly reply: unknown }> {
  return page.evaluate(
    async ([to, input]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`/api/${to}`, { method: "POST", headers, body: JSON.stringify(input) });
      return { status: response.status, reply: await response.json() };
    },
    [path, body] as const,
  );
}
