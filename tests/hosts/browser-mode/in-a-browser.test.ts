import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium } from "@playwright/test";
import { describe, expect, onTestFinished, test } from "vitest";
import { findInstalledBrowser } from "../../../scripts/find-browser.mjs";
import { type LoopbackServer, startLoopbackServer } from "../../../src/hosts/browser-mode/loopback-server.ts";
import { openRunFiles } from "../../../src/hosts/browser-mode/run-files.ts";
import { openService } from "../../../src/service/workbench-service.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { writePage } from "../../service/page-folder.ts";

const installed = findInstalledBrowser();

async function browsing(): Promise<BrowserContext> {
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: installed?.path ?? "", args });
  onTestFinished(() => browser.close());
  return browser.newContext();
}

async function started(): Promise<LoopbackServer> {
  const folder = await temporaryFolder();
  const uiAssets = await writePage(join(folder, "page"));
  const places = { packagedData: join(folder, "none"), uiAssets, userData: join(folder, "user") };
  const service = await openService({ places, powers: {}, host: "browser-mode", version: "1.2.3" });
  const server = await startLoopbackServer({ service, uiAssets, port: 0 });
  onTestFinished(async () => {
    await server.close();
    await service.close();
  });
  return server;
}

/** What a page does to call the workbench; gives the status of the reply. */
const CALL = `(async (address) => {
  const secret = document.querySelector('meta[name="ahq-session"]')?.content ?? "";
  const headers = { "content-type": "application/json", "x-ahq-session": secret };
  return (await fetch(address, { method: "POST", headers, body: "{}" })).status;
})`;

describe.skipIf(installed === null)("a real browser", () => {
  test("comes from the launch address to the clean one, calls, and still does after a reload and in a second tab", async () => {
    const [context, server] = [await browsing(), await started()];
    const page = await context.newPage();
    await page.goto(server.newLaunchAddress());
    await page.waitForURL(`${server.origin}/`);
    const call = `${CALL}("/api/hostInfo")`;
    expect(await page.evaluate(call)).toBe(200);
    await page.reload();
    expect(await page.evaluate(call)).toBe(200);
    const second = await context.newPage();
    await second.goto(server.origin);
    expect(await second.evaluate(call)).toBe(200);
    expect(await page.evaluate("history.length")).toBe(2);
    expect(await context.cookies()).toEqual([]);
  });

  test("comes there from the page on disk that opens it", async () => {
    const [context, server, folder] = [await browsing(), await started(), await temporaryFolder()];
    const opener = await (await openRunFiles(folder)).writeOpener(server.newLaunchAddress());
    const page = await context.newPage();
    await page.goto(pathToFileURL(opener).href);
    await page.waitForURL(`${server.origin}/`);
    expect(await page.evaluate(`${CALL}("/api/hostInfo")`)).toBe(200);
  });

  test("is told how to open it without a launch address, and by one that was used", async () => {
    const [context, server] = [await browsing(), await started()];
    const used = server.newLaunchAddress();
    await (await fetch(used)).text();
    for (const address of [server.origin, used]) {
      const page = await context.newPage();
      await page.goto(address);
      await page.getByRole("heading", { name: "Open AHQ Workbench from its terminal" }).waitFor();
    }
  });

  test("does not take the secret of an earlier run on the same port for this run's", async () => {
    const [context, server] = [await browsing(), await started()];
    const page = await context.newPage();
    await page.goto(`${server.origin}/launch/again`);
    await page.evaluate(`localStorage.setItem("ahq-session", "0123456789abcdef.${"0".repeat(64)}")`);
    await page.goto(server.origin);
    await page.getByRole("heading", { name: "Open AHQ Workbench from its terminal" }).waitFor();
  });

  test("gives another local port nothing that opens the workbench, and lets no page of it call", async () => {
    const [context, server] = [await browsing(), await started()];
    const seen: string[] = [];
    const other = createServer((request, response) => {
      seen.push(JSON.stringify(request.headers));
      response.setHeader("content-type", "text/html");
      response.end("<title>another</title>");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    if (address === null || typeof address === "string") throw new Error("an address");
    const page = await context.newPage();
    await page.goto(server.newLaunchAddress());
    await page.waitForURL(`${server.origin}/`);
    const secret = await page.evaluate(`document.querySelector('meta[name="ahq-session"]').content`);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    await page.goto(`http://127.0.0.1:${address.port}/`);
    expect(seen.join()).not.toContain(String(secret));
    expect(seen.join()).not.toContain("cookie");
    const attempt = (init: string) =>
      page.evaluate(`fetch("${server.origin}/api/hostInfo", ${init}).then((reply) => reply.text(), () => "refused")`);
    const headers = `{ "content-type": "application/json", "x-ahq-session": "${secret}" }`;
    expect(await attempt(`{ method: "POST", headers: ${headers}, body: "{}" }`)).toBe("refused");
    expect(await attempt(`{ method: "POST", body: "{}" }`)).toBe("refused");
    expect(await attempt(`{ method: "POST", mode: "no-cors", body: "{}" }`)).toBe("refused");
  });
});
