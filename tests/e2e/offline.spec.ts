import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { chromium, expect, type Page, test } from "@playwright/test";
import { findInstalledBrowser } from "../../scripts/find-browser.mjs";

// What Chromium asks its maker for by itself (updates, the time, accounts, how to fill in forms) is no doing of a page: docs/security.md tells of it.
const ITS_OWN = /(?:^CONNECT |https?:\/\/)[\w.-]+\.(?:googleapis|google|gvt1)\.com(?=[:/])/;

/** Stands where every way out of the browser leads: whatever asks for another address than the workbench's comes by here. */
async function trap(): Promise<{ readonly address: string; readonly seen: string[]; readonly close: () => void }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("an address");
  return { address: `http://127.0.0.1:${address.port}`, seen, close: () => server.close() };
}

test("a day's use in small asks for nothing but the workbench's own address", async () => {
  // The desktop shows the same page by a scheme of its own.
  test.skip(test.info().project.name !== "browser-mode", "the page is the same in both hosts");
  const folder = await mkdtemp(join(tmpdir(), "ahq-offline-"));
  const program = resolve(import.meta.dirname, "../../out/hosts/browser-mode.js");
  const host = spawn(process.execPath, [program, "--no-open", "--data-dir", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const way = await trap();
  const launch = await printedAddress(host.stdout);
  const { host: own } = new URL(launch);
  const executablePath = findInstalledBrowser()?.path;
  const browser = await chromium.launch({
    args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    // Without "<-loopback>" a browser would go to addresses of this computer by itself.
    proxy: { server: way.address, bypass: `<-loopback>,${own}` },
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage();
    const asked = new Set<string>();
    page.on("request", (request) => asked.add(new URL(request.url()).host));
    await page.goto(launch);
    await spendADay(page);
    expect(way.seen.filter((line) => !ITS_OWN.test(line))).toEqual([]);
    // Of the page itself, even those are not let pass; what it made itself (blob:) has no host.
    expect([...asked].filter((asking) => asking !== "").sort()).toEqual([own]);
    expect((await readdir(folder)).some((name) => name.startsWith("notebook"))).toBe(true);
    // The control: who goes elsewhere is seen. Each in a page of its own, since the page of an error may still be on its way.
    for (const elsewhere of ["nowhere.invalid", "127.0.0.1:8077"]) {
      const stray = await browser.newPage();
      await stray.goto(`http://${elsewhere}/`).catch(() => undefined);
      await expect.poll(() => way.seen.join()).toContain(elsewhere);
    }
  } finally {
    await browser.close();
    way.close();
    host.kill("SIGINT");
    await once(host, "exit");
    await rm(folder, { recursive: true, force: true });
  }
});

async function spendADay(page: Page): Promise<void> {
  await expect(page.getByRole("table")).toContainText("Belgium");
  await page.getByRole("button", { name: "Explore" }).click();
  await page.getByRole("button", { name: "Monitors the internet: Yes, 15 of 20 states" }).click();
  await page.getByRole("button", { name: "Compare these states" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    (async () => {
      await page.getByRole("button", { name: "Export" }).click();
      const dialog = page.getByRole("dialog", { name: "Export" });
      await dialog.getByRole("combobox", { name: "Format" }).click();
      await page.getByRole("option", { name: /^CSV/ }).click();
      await dialog.getByRole("button", { name: "Save" }).click();
    })(),
  ]);
  expect((await readFile(await download.path())).length).toBeGreaterThan(100);
  await page.keyboard.press("Escape");
  for (const screen of ["/overview?response=3.1/BE", "/compare?by=similarity", "/sources", "/notebook"]) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, screen);
    await expect(page.getByRole("main")).not.toBeEmpty();
  }
  await page.keyboard.press("ControlOrMeta+n");
  // A note with an address in it is a note: nothing is fetched to show it.
  const question = page.getByLabel("Question", { exact: true });
  await question.fill("See https://example.org/a.png ![picture](https://example.org/b.png)");
  await question.press("Tab");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
}

async function printedAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("browser mode ended without an address");
}
