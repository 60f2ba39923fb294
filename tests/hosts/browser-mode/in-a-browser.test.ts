import { createServer, type Server } from "node:http";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { type BrowserContext, chromium } from "@playwright/test";
import { describe, expect, onTestFinished, test } from "vitest";
import { findInstalledBrowser } from "../../../scripts/find-browser.mjs";
import { openRunFiles } from "../../../src/hosts/browser-mode/run-files.ts";
import { createWebHandler } from "../../../src/service/web-handler.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { openedService, started } from "./raw-requests.ts";

const installed = findInstalledBrowser();

async function browsing(): Promise<BrowserContext> {
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: installed?.path ?? "", args });
  onTestFinished(() => browser.close());
  return browser.newContext();
}

/** A page of another local port. */
async function elsewhere(): Promise<{ readonly origin: string; readonly seen: readonly string[] }> {
  const seen: string[] = [];
  const origin = await listening(
    createServer((request, response) => {
      seen.push(JSON.stringify(request.headers));
      response.setHeader("content-type", "text/html");
      response.end("<title>another</title>");
    }),
  );
  return { origin, seen };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("an address");
  return `http://127.0.0.1:${address.port}`;
}

/** Every way in which a page can make a browser send something to another origin; the statuses and texts that it can see. */
const ASSAULT = `(async (origin) => {
  const seen = [];
  const note = (what) => seen.push(String(what));
  for (const path of ["/api/files?name=x", "/api/hostInfo", "/api/changeSettings", "/api/packages?mode=new&name=x"]) {
    const bodies = ["{}", new Blob(["{}"], { type: "application/json" }), new URLSearchParams("a=b")];
    for (const body of bodies)
      for (const mode of ["no-cors", "cors"])
        for (const credentials of ["include", "omit"])
          await fetch(origin + path, { method: "POST", mode, credentials, body }).then(async (reply) => note(await reply.text()), () => null);
    navigator.sendBeacon(origin + path, "{}");
  }
  for (const tag of ["img", "script", "iframe", "link", "embed", "object"]) {
    const element = document.createElement(tag);
    element.src = element.data = element.href = origin + "/api/hostInfo";
    if (tag === "link") element.rel = "stylesheet";
    document.body.append(element);
  }
  const frame = document.createElement("iframe");
  frame.name = "target";
  document.body.append(frame);
  for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"]) {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", target: "target", enctype: type, action: origin + "/api/files?name=x" });
    document.body.append(form);
    form.submit();
  }
  new EventSource(origin + "/api/hostInfo").close();
  const socket = new WebSocket(origin.replace("http", "ws") + "/api/hostInfo");
  socket.onopen = () => note("a socket that opened");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return seen.filter((text) => text !== "");
})`;

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

  test("brings nothing to the service from a page of another local port, whatever that tries", async () => {
    const [context, { origin }] = [await browsing(), await elsewhere()];
    const saved: string[] = [];
    const powers = {
      saveFile: async (name: string) => {
        saved.push(name);
        return { path: null };
      },
    };
    const server = await started(0, powers);
    // The browser has been let in: whatever it would send of its own accord, it has.
    const own = await context.newPage();
    await own.goto(server.newLaunchAddress());
    await own.waitForURL(`${server.origin}/`);
    const page = await context.newPage();
    await page.goto(origin);
    expect(await page.evaluate(`${ASSAULT}("${server.origin}")`)).toEqual([]);
    expect(saved).toEqual([]);
    expect(await own.evaluate(`${CALL}("/api/hostInfo")`)).toBe(200);
  });

  test("would bring much to a service without the guard, and the check says so", async () => {
    const [context, { origin }] = [await browsing(), await elsewhere()];
    const saved: string[] = [];
    const saveFile = async (name: string) => {
      saved.push(name);
      return { path: null };
    };
    const handle = createWebHandler(await openedService({ saveFile }));
    const open = await listening(createServer(getRequestListener(handle, { overrideGlobalObjects: false })));
    const page = await context.newPage();
    await page.goto(origin);
    await page.evaluate(`${ASSAULT}("${open}")`);
    expect(saved.length).toBeGreaterThan(5);
  });

  test("gives another local port nothing that opens the workbench, and lets no page of it call", async () => {
    const [context, server] = [await browsing(), await started()];
    const { origin, seen } = await elsewhere();
    const page = await context.newPage();
    await page.goto(server.newLaunchAddress());
    await page.waitForURL(`${server.origin}/`);
    const secret = await page.evaluate(`document.querySelector('meta[name="ahq-session"]').content`);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    await page.goto(origin);
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
