import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { chromium } from "playwright";
import { findInstalledBrowser } from "../../../scripts/find-browser.mjs";

const root = resolve(import.meta.dirname, "../../..");

/** The built program in browser mode with a data folder of its own, in headless Chromium, and the way to its developer tools. */
export async function openPage() {
  const folder = await mkdtemp(join(tmpdir(), "ahq-bench-"));
  const program = join(root, "out/hosts/browser-mode.js");
  const server = spawn(process.execPath, [program, "--no-open", "--data-dir", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await printedAddress(server);
  const executablePath = findInstalledBrowser()?.path;
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByRole("navigation").first().waitFor();
  const devtools = await page.context().newCDPSession(page);
  return {
    page,
    devtools,
    close: async () => {
      await browser.close();
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function printedAddress(server) {
  let printed = "";
  for await (const text of server.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(text);
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`browser mode ended without an address: ${printed}`);
}
