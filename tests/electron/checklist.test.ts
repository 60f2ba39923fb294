import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const filesOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`);

const desktop = filesOf("electron").map((file) => ({ file, source: read(file) }));
const filesWith = (pattern: RegExp) => desktop.filter(({ source }) => pattern.test(source)).map(({ file }) => file);

describe("Electron's checklist", () => {
  test("no window is given what the checklist warns of", () => {
    expect(filesWith(/allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups/)).toEqual([]);
    expect(filesWith(/(nodeIntegration\w*|webviewTag): true|(sandbox|contextIsolation|webSecurity): false/)).toEqual(
      [],
    );
  });

  test("the program never turns its sandbox off", () => {
    const started = [...desktop, ...["scripts/start.mjs"].map((file) => ({ file, source: read(file) }))];
    expect(started.filter(({ source }) => /no-sandbox|disable-setuid/.test(source)).map(({ file }) => file)).toEqual(
      [],
    );
    expect(filesWith(/app\.enableSandbox\(\)/)).toEqual(["electron/main.ts"]);
  });

  test("the main process hears no message of a page", () => {
    expect(filesWith(/ipcMain|"ipc-message"|MessageChannelMain|\.ipc\b/)).toEqual([]);
    expect(filesWith(/ipcRenderer\.(send|invoke|postMessage)|webFrame|webUtils/)).toEqual([]);
  });

  test("no page is loaded from a file", () => {
    expect(filesWith(/file:\/\/|loadFile\(|pathToFileURL/)).toEqual([]);
    expect(read("electron/app-protocol.ts")).toContain(
      "privileges: { standard: true, secure: true, supportFetchAPI: true }",
    );
  });

  test("the version of Electron is one, and the one that is said", () => {
    const { devDependencies } = JSON.parse(read("package.json"));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read("docs/security.md")).toContain(`| ${devDependencies.electron}, pinned`);
  });
});

describe("docs/security.md", () => {
  const text = read("docs/security.md");

  test("goes through all twenty points, each with what holds it", () => {
    const rows = text.split("\n").filter((line) => /^\| \d+ \|/.test(line));
    expect(rows.map((row) => Number(/\d+/.exec(row)?.[0]))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(rows.filter((row) => !/`tests\/[^`]+` "[^"]+" \|$/.test(row))).toEqual([]);
  });

  test("names tests that there are", () => {
    const named = [...text.matchAll(/`(tests\/[^`]+)` "([^"]+)"/g)].map(([, file = "", name = ""]) => ({ file, name }));
    expect(named.filter(({ file, name }) => !read(file).includes(`test("${name}"`))).toEqual([]);
  });

  test("names files that there are", () => {
    const files = [...text.matchAll(/`((?:electron|src|scripts)\/[\w./-]+\.\w+)`/g)].map(([, file = ""]) => file);
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) expect(read(file)).not.toBe("");
  });

  test("decides every fuse that the installers turn", () => {
    const table = text.slice(text.indexOf("## Fuses"));
    const said = [...table.matchAll(/^\| `(\w+)` \| (on|off) \|/gm)].map(([, name, set]) => `${name}: ${set === "on"}`);
    const config = read("scripts/packaging/builder-config.mjs");
    const turned = [
      ...config.slice(config.indexOf("const electronFuses"), config.indexOf("};")).matchAll(/^ {2}(\w+: \w+),/gm),
    ];
    expect(turned.map(([, line]) => line).toSorted()).toEqual(said.toSorted());
  });
});
