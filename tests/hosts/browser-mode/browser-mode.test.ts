import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserOpener, openInBrowser } from "../../../src/hosts/browser-mode/open-browser.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { buildProgram, type Running, run } from "../../service/child-program.ts";
import { writePage } from "../../service/page-folder.ts";

// A program laid out as the built one is: out/hosts, out/page, data, package.json.
let program = "";
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), "ahq-built-"));
  afterAll(() => rm(root, { recursive: true, force: true }));
  await writePage(join(root, "out", "page"));
  await mkdir(join(root, "data"));
  await writeFile(join(root, "package.json"), JSON.stringify({ type: "module", version: "9.8.7" }));
  program = await buildProgram("src/hosts/browser-mode/browser-mode.ts", join(root, "out", "hosts"));
}, 120_000);

const WITHOUT_DISPLAY = { DISPLAY: "", WAYLAND_DISPLAY: "" };

function start(
  folder: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Running {
  return run(process.execPath, [program, "--data-dir", folder, ...args], { ...WITHOUT_DISPLAY, ...environment });
}

async function addressOf(running: Running): Promise<URL> {
  for (let line = await running.nextLine(); line !== null; line = await running.nextLine()) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return new URL(address);
  }
  throw new Error("browser mode printed no address");
}

async function tokenIn(folder: string): Promise<{ readonly address: string; readonly token: string }> {
  const name = (await readdir(folder)).find((file) => /^browser-mode-\d+\.json$/.test(file)) ?? "";
  return JSON.parse(await readFile(join(folder, name), "utf8"));
}

async function callWithToken(folder: string, method: string, input: unknown): Promise<Response> {
  const { address, token } = await tokenIn(folder);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return fetch(`${address}/api/${method}`, { method: "POST", headers, body: JSON.stringify(input) });
}

describe("browser mode", () => {
  test("prints an address that opens the page once, and answers a program that reads the token file", async () => {
    const folder = join(await temporaryFolder(), "user");
    const address = await addressOf(start(folder));
    expect(address.hostname).toBe("127.0.0.1");
    expect([(await fetch(address)).status, (await fetch(address)).status]).toEqual([200, 403]);
    expect(await (await fetch(address.origin)).text()).toContain("Test page");
    const info = await (await callWithToken(folder, "hostInfo", {})).json();
    expect(info).toMatchObject({ host: "browser-mode", version: "9.8.7", dataFolder: folder, powers: [] });
  });

  test("serves for reading what may not be written, and says what that leaves out", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o555);
    // Nothing is forbidden to root: there the program runs as someone else.
    await chmod(join(program, "..", "..", ".."), 0o755);
    const asAnyone = process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : [];
    const [command = "", ...args] = [...asAnyone, process.execPath, program, "--no-open", "--data-dir", folder];
    const running = run(command, args, WITHOUT_DISPLAY);
    expect((await fetch(await addressOf(running))).status).toBe(200);
    expect(running.errors()).toContain("Programs without a browser cannot reach this run");
    expect(running.errors()).toContain("could not be stored: EACCES");
    running.process.kill("SIGINT");
    expect(await running.exitCode()).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  test("keeps its token to its user", async () => {
    const folder = join(await temporaryFolder(), "user");
    const running = start(folder);
    await addressOf(running);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, `browser-mode-${running.process.pid}.json`))).mode & 0o777).toBe(0o600);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "ends cleanly on %s and leaves nothing but its data",
    async (signal) => {
      const folder = await temporaryFolder();
      const running = start(folder);
      const address = await addressOf(running);
      // A connection that is kept alive must not keep the program.
      await (await fetch(address)).text();
      await callWithToken(folder, "changeSettings", { colorScheme: "dark" });
      running.process.kill(signal);
      running.process.kill(signal);
      expect(await running.exitCode()).toBe(0);
      expect((await readdir(folder)).sort()).toEqual(["owner-1.json", "settings.json"]);
      expect(await readFile(join(folder, "owner-1.json"), "utf8")).toContain('"released":true');
    },
  );

  test("of two on one data folder the second reads, and says by whom it is held", async () => {
    const folder = await temporaryFolder();
    const first = start(folder);
    await addressOf(first);
    const second = start(folder);
    await addressOf(second);
    const { token, address } = JSON.parse(
      await readFile(join(folder, `browser-mode-${second.process.pid}.json`), "utf8"),
    );
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const reply = await fetch(`${address}/api/changeSettings`, { method: "POST", headers, body: "{}" });
    expect(reply.status).toBe(423);
    expect(await reply.text()).toContain(`browser mode (process ${first.process.pid})`);
  });

  test("removes what a killed run left, and leaves what belongs to a living one", async () => {
    const folder = await temporaryFolder();
    const [killed, living] = [start(folder), start(folder)];
    await Promise.all([addressOf(killed), addressOf(living)]);
    await killed.kill();
    await addressOf(start(folder));
    const names = await readdir(folder);
    expect(names).not.toContain(`browser-mode-${killed.process.pid}.json`);
    expect(names).toContain(`browser-mode-${living.process.pid}.json`);
  });

  test("opens the browser by a page that only its user can read, with nothing secret in the arguments", async () => {
    const [folder, bin] = [await temporaryFolder(), await temporaryFolder()];
    const opened = join(bin, "opened");
    const script = `#!/bin/sh\nstat -c %a "$1" > "${opened}.tmp"; echo "$@" >> "${opened}.tmp"; cat "$1" >> "${opened}.tmp"; mv "${opened}.tmp" "${opened}"\n`;
    await writeFile(join(bin, "xdg-open"), script, { mode: 0o755 });
    const environment = { DISPLAY: ":0", PATH: `${bin}:${process.env.PATH}` };
    const running = start(folder, [], environment);
    await addressOf(running);
    const [mode, args, ...page] = (await contentOnce(opened)).split("\n");
    expect(mode).toBe("600");
    expect(args).toBe(join(folder, `browser-mode-${running.process.pid}.html`));
    const address = /url=(http:\/\/127\.0\.0\.1:\d+\/launch\/[0-9a-f]+)"/.exec(page.join("\n"))?.[1] ?? "";
    expect((await fetch(address)).status).toBe(200);
    running.process.kill("SIGTERM");
    expect(await running.exitCode()).toBe(0);
    expect((await readdir(folder)).filter((name) => name.endsWith(".html"))).toEqual([]);
  });

  test("names a port that it is given and cannot have", async () => {
    const folder = await temporaryFolder();
    const free = await addressOf(start(folder));
    const refused = start(folder, ["--no-open", "--port", free.port]);
    expect(await refused.exitCode()).toBe(1);
    expect(refused.errors()).toBe(`Port ${free.port} of 127.0.0.1 cannot be had: another program uses it.\n`);
  });

  test.each([
    ["--port 70000", '--port: found "70000", expected a number from 0 to 65535'],
    ["--port x", '--port: found "x", expected a number from 0 to 65535'],
    ["--unknown", "Unknown option '--unknown'"],
    ["stray", "Unexpected argument 'stray'"],
  ])("ends with 2 on %s and says what is wrong", async (args, message) => {
    const running = start(await temporaryFolder(), args.split(" "));
    expect(await running.exitCode()).toBe(2);
    expect(running.errors()).toContain(message);
  });

  test("explains itself", async () => {
    const running = start(await temporaryFolder(), ["--help"]);
    expect(await running.nextLine()).toMatch(/^Usage: npm start/);
    expect(await running.exitCode()).toBe(0);
  });
});

describe("the system's browser", () => {
  test("is asked for only where there is a display", () => {
    expect(browserOpener("linux", {})).toBeNull();
    expect(browserOpener("linux", { DISPLAY: "" })).toBeNull();
    expect(browserOpener("linux", { WAYLAND_DISPLAY: "wayland-0" })?.command).toBe("xdg-open");
    expect(browserOpener("darwin", {})?.command).toBe("open");
    expect(browserOpener("win32", {})?.command).toBe("rundll32");
  });

  test("that cannot be opened is an error, not a crash", async () => {
    await expect(openInBrowser({ command: "/no/such/program", leading: [] }, "file")).rejects.toThrow("ENOENT");
    await expect(openInBrowser({ command: "false", leading: [] }, "file")).rejects.toThrow("ended with 1");
  });
});

async function contentOnce(path: string): Promise<string> {
  for (;;) {
    const content = await readFile(path, "utf8").catch(() => null);
    if (content !== null) return content;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
