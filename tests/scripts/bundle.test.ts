import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const isWindows = process.platform === "win32";
// Where nobody listens: whatever npm would fetch fails at once.
const NOWHERE = "http://127.0.0.1:9/";

let tarball = "";
let prefix = "";
let elsewhere = "";

/** The environment of a computer that has Node and nothing else: no cache, no settings of npm, no registry. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|node_|ahq_)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    NPM_CONFIG_REGISTRY: NOWHERE,
    NPM_CONFIG_CACHE: join(elsewhere, "cache"),
    NPM_CONFIG_USERCONFIG: join(elsewhere, "npmrc"),
    NPM_CONFIG_GLOBALCONFIG: join(elsewhere, "global-npmrc"),
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
  };
}

function ran(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: bareEnvironment(),
    shell: isWindows,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}

const ahq = () => (isWindows ? join(prefix, "ahq.cmd") : join(prefix, "bin/ahq"));
const installed = () => join(prefix, isWindows ? "node_modules" : "lib/node_modules", "ahq-workbench");

beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), "ahq-bundled-"));
  prefix = join(elsewhere, "prefix");
  mkdirSync(prefix);
  const printed = ran(process.execPath, [join(ROOT, "scripts/bundle.mjs"), "--out", join(elsewhere, "dist")], ROOT);
  tarball = printed.trim().split("\n").at(-1) ?? "";
  ran("npm", ["install", "--global", "--offline", "--prefix", prefix, tarball], elsewhere);
}, 120_000);

afterAll(() => rm(elsewhere, { recursive: true, force: true, maxRetries: 5 }));

describe("the offline bundle, installed in an empty prefix without a network", () => {
  test("gives ahq, which answers from any folder", () => {
    expect(ran(ahq(), ["--version"], elsewhere)).toMatch(/^\d+\.\d+\.\d+\n$/);
    const data = join(elsewhere, "data");
    const [packaged] = JSON.parse(ran(ahq(), ["packages", "--json", "--data-dir", data], elsewhere));
    expect(packaged).toMatchObject({ id: "emn-ahq-1055", respondents: 20, questions: 7 });
  });

  test("gives ahq open, which serves the page until it is told to end", async () => {
    const child = spawn(ahq(), ["open", "--no-open", "--data-dir", join(elsewhere, "data")], {
      cwd: elsewhere,
      env: bareEnvironment(),
      shell: isWindows,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const address = await printedAddress(child.stdout);
    expect((await fetch(address)).status).toBe(200);
    const page = await (await fetch(new URL("/", address))).text();
    const script = /<script[^>]+src="(?<path>[^"]+\.js)"/.exec(page)?.groups?.path ?? "";
    const built = await fetch(new URL(script, new URL("/", address)));
    expect(built.status).toBe(200);
    expect(built.headers.get("content-type")).toContain("javascript");
    const ended = once(child, "exit");
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
  });

  test("installs nothing beside itself", () => {
    const { dependencies, devDependencies, scripts } = JSON.parse(
      readFileSync(join(installed(), "package.json"), "utf8"),
    );
    expect([dependencies, devDependencies, scripts]).toEqual([undefined, undefined, undefined]);
    expect(readdirSync(installed())).not.toContain("node_modules");
  });

  test("brings the licence of every package that the code imports", () => {
    const listed = readFileSync(join(ROOT, "docs/dependencies.md"), "utf8").split("## What those need")[0] ?? "";
    const imported = [...listed.matchAll(/^\| `(?<name>[^`]+)`/gm)].map(({ groups }) => groups?.name ?? "");
    const texts = ["page", "hosts"].map((part) => readFileSync(join(installed(), "out", part, "licences.md"), "utf8"));
    const missing = imported.filter((name) => !texts.some((text) => text.includes(`## ${name} - `)));
    // Installed beside the desktop program's bundle, with its own licence.
    expect(missing).toEqual(["electron"]);
  });

  test("tells nothing of the computer that it was made on", () => {
    const { stdout } = spawnSync("npm", ["config", "get", "registry"], { encoding: "utf8", shell: isWindows });
    const registry = new URL(stdout.trim()).host;
    // The name of the public registry tells nothing.
    const secrets = [ROOT, homedir(), ...(registry === "registry.npmjs.org" ? [] : [registry])];
    const found = readdirSync(installed(), { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(installed(), name)).isFile())
      .filter((name) => secrets.some((secret) => readFileSync(join(installed(), name), "latin1").includes(secret)));
    expect(found).toEqual([]);
  });

  test("comes with its checksum, in the form that sha256sum checks", () => {
    const sum = createHash("sha256").update(readFileSync(tarball)).digest("hex");
    expect(readFileSync(`${tarball}.sha256`, "utf8")).toBe(`${sum}  ${tarball.split(/[/\\]/).at(-1)}\n`);
  });
});

async function printedAddress(output: Readable): Promise<string> {
  let printed = "";
  // Left open: the program would end at its next line if nobody could read it.
  for await (const text of output.iterator({ destroyOnReturn: false })) {
    printed += String(text);
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`ahq open ended without an address: ${printed}`);
}
