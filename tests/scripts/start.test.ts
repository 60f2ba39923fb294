import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const scripts = resolve(import.meta.dirname, "../../scripts");
const NOBODY = 65_534;

interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

interface StartOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly asRoot?: boolean;
  readonly args?: readonly string[];
  /** Sent as soon as this is printed. */
  readonly signal?: { readonly name: NodeJS.Signals; readonly when: string };
}

const ON_A_DISPLAY = { DISPLAY: ":0" };
const BUILT = ["out/page/index.html", "out/main/main.js", "out/preload/preload.cjs", "out/hosts/browser-mode.js"];

/** A checkout in small: the real start script, and everything that it starts replaced by something that says so. */
async function checkout(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await temporaryFolder();
  await chmod(root, 0o755);
  const all = {
    "src/a.ts": "",
    "electron/main.ts": "",
    "resources/icon.svg": "",
    "docs/guide/README.md": "",
    "electron.vite.config.ts": "",
    "vite.hosts.config.ts": "",
    "package.json": JSON.stringify({ type: "module", scripts: { build: "node build.mjs" } }),
    "build.mjs": BUILD,
    "node_modules/electron/install.js": "process.exit(1);",
    ...Object.fromEntries(BUILT.map((file) => [file, 'console.log("browser mode", ...process.argv.slice(2));'])),
    ...files,
  };
  for (const [file, content] of Object.entries(all)) await put(join(root, file), content);
  for (const name of ["start.mjs", "build-where-stale.mjs", "is-stale.mjs"]) {
    await mkdir(join(root, "scripts"), { recursive: true });
    await copyFile(join(scripts, name), join(root, "scripts", name));
  }
  for (const file of Object.keys(all)) await age(root, file, BUILT.includes(file) ? 2002 : 2001);
  return root;
}

const BUILD = `import { writeFileSync } from "node:fs";
console.log("built");
for (const file of ${JSON.stringify(BUILT)}) writeFileSync(file, 'console.log("browser mode");');
`;

/** Dates a file; the order of two dates must not depend on how fast a test runs. */
async function age(root: string, file: string, year: number): Promise<void> {
  const date = new Date(year, 0);
  await utimes(join(root, file), date, date);
}

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { mode: 0o755 });
}

/** A program in Electron's place, at the path where its package puts it. */
function electron(script: string): Readonly<Record<string, string>> {
  return {
    "node_modules/electron/path.txt": "electron",
    "node_modules/electron/dist/electron": `#!/bin/sh\n${script}\n`,
  };
}

async function start(root: string, { environment = {}, asRoot, args = [], signal }: StartOptions = {}): Promise<Ended> {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs"), ...args], {
    env: { PATH: process.env.PATH, HOME: root, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    // Electron refuses root, and so does the script: a user who is none stands in.
    ...(isRoot && asRoot !== true ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  let isSent = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      printed += String(text);
      if (signal === undefined || isSent || !printed.includes(signal.when)) return;
      isSent = true;
      child.kill(signal.name);
    });
  await once(child, "close");
  return { code: child.exitCode, printed };
}

describe.skipIf(process.platform !== "linux")("npm start", () => {
  test("serves to a browser where there is no display, without trying to download Electron", async () => {
    const root = await checkout({ "node_modules/electron/install.js": 'console.log("download");' });
    expect(await start(root, { args: ["--port", "1"] })).toEqual({
      code: 0,
      printed: "There is no display for a window: serving to a browser instead.\nbrowser mode --port 1\n",
    });
  });

  test.runIf(process.getuid?.() === 0)("opens the browser as root, whom Electron's sandbox refuses", async () => {
    const { printed } = await start(await checkout(electron("echo electron")), {
      environment: ON_A_DISPLAY,
      asRoot: true,
    });
    expect(printed).toBe("Electron's sandbox does not run as root: opening in the browser instead.\nbrowser mode\n");
  });

  test("opens the browser where Electron cannot be downloaded, and says so in one line", async () => {
    expect(await start(await checkout(), { environment: ON_A_DISPLAY })).toEqual({
      code: 0,
      printed: `Downloading Electron once (at most two minutes) …
Electron's binary could not be downloaded: opening in the browser instead.
browser mode
`,
    });
  });

  test("starts Electron with the program and its options, and passes its exit code on", async () => {
    const root = await checkout(electron('echo "electron $@ [$ELECTRON_RUN_AS_NODE]"; exit 7'));
    const environment = { ...ON_A_DISPLAY, ELECTRON_RUN_AS_NODE: "1" };
    expect(await start(root, { environment, args: ["--data-dir", "x"] })).toEqual({
      code: 7,
      printed: `electron ${root} --data-dir x []\n`,
    });
  });

  test("starts the Electron that ELECTRON_OVERRIDE_DIST_PATH names", async () => {
    const root = await checkout({ "own/electron": "#!/bin/sh\necho own electron\n" });
    const environment = { ...ON_A_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: join(root, "own") };
    expect(await start(root, { environment })).toEqual({ code: 0, printed: "own electron\n" });
  });

  test("does not start an Electron that was unpacked in part", async () => {
    const root = await checkout({ "node_modules/electron/dist/electron": "#!/bin/sh\necho half\n" });
    expect((await start(root, { environment: ON_A_DISPLAY })).printed).toContain("browser mode");
  });

  test.each([
    ["crashes at its start", "kill -TRAP $$", "it ended with SIGTRAP"],
    ["lacks a library", "exit 127", "it ended with 127"],
  ])("opens the browser where Electron %s", async (_what, script, reason) => {
    const { code, printed } = await start(await checkout(electron(script)), { environment: ON_A_DISPLAY });
    expect(printed).toBe(`Electron could not be started (${reason}): opening in the browser instead.\nbrowser mode\n`);
    expect(code).toBe(0);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("passes %s on to Electron and ends cleanly", async (name) => {
    const waiting = `process.on("${name}", () => { console.log("ended"); process.exit(0); }); console.log("waiting"); setInterval(() => {}, 1e6);`;
    const script = `exec "${process.execPath}" -e '${waiting}'`;
    const signal = { name, when: "waiting" };
    const ended = await start(await checkout(electron(script)), { environment: ON_A_DISPLAY, signal });
    expect(ended).toEqual({ code: 0, printed: "waiting\nended\n" });
  });

  test("builds where a source is younger than what was built, or that is missing, and not otherwise", async () => {
    const root = await checkout();
    const asUser = { asRoot: true };
    expect((await start(root, asUser)).printed).not.toContain("built");
    await age(root, "src/a.ts", 2003);
    expect((await start(root, asUser)).printed).toMatch(/^Building the workbench.*\nbuilt\n/);
    expect((await start(root, asUser)).printed).not.toContain("built");
    const fresh = await checkout();
    await writeFile(join(fresh, "build.mjs"), `${await readFile(join(fresh, "build.mjs"), "utf8")}process.exit(3);`);
    await age(fresh, "src/a.ts", 2003);
    const failed = await start(fresh, asUser);
    expect(failed.code).toBe(3);
    expect(failed.printed).not.toContain("browser mode");
    expect(await readdir(fresh)).toContain("out");
  });
});
