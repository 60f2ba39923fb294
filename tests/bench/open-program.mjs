import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { chromium } from "playwright";
import { findInstalledBrowser } from "../../scripts/find-browser.mjs";

const root = resolve(import.meta.dirname, "../..");

/** The built program of a folder in browser mode, with a data folder of its own, in which is what is added and what `prepare` writes: the address that opens it once, and the way to end it. */
export async function serveProgram(folder = root, added = [], prepare = async () => undefined) {
  const userData = await mkdtemp(join(tmpdir(), "ahq-bench-"));
  if (added.length > 0) addPackages(folder, userData, added);
  await prepare(userData);
  const program = join(folder, "out/hosts/browser-mode.js");
  const server = spawn(process.execPath, [program, "--no-open", "--data-dir", userData], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return {
    address: await printedAddress(server),
    close: async () => {
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      await rm(userData, { recursive: true, force: true });
    },
  };
}

/** A headless Chromium with a profile that was never used. */
export async function launchBrowser() {
  const executablePath = findInstalledBrowser()?.path;
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
}

/** Our page in a browser of its own, and the way to its developer tools. */
export async function openProgram(added = [], prepare = undefined) {
  const server = await serveProgram(root, added, prepare);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.address);
  await page.getByRole("navigation").first().waitFor();
  const devtools = await page.context().newCDPSession(page);
  return {
    page,
    devtools,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

function addPackages(folder, userData, added) {
  const args = [join(folder, "out/hosts/ahq.js"), "add", ...added, "--data-dir", userData];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${added.join(", ")} could not be added`);
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
