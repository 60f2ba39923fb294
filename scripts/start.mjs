import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { isStale } from "./is-stale.mjs";

// Opens the workbench: in Electron where its binary can be had and a display is there, in the browser otherwise.
const root = resolve(import.meta.dirname, "..");
const DOWNLOAD_LIMIT_MS = 120_000;

buildWhereStale();
const args = process.argv.slice(2);
const refusal = whyNotElectron();
if (refusal !== null) console.log(`${refusal}: opening in browser mode.`);
const [program, programArgs] =
  refusal === null ? [electronProgram(), [root]] : [process.execPath, [join(root, "out/hosts/browser-mode.js")]];
const child = spawn(program, [...programArgs, ...args], { stdio: "inherit", cwd: process.cwd() });
// The terminal sends its signals to the child as well; this process only waits to pass on how it ended.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => signal === "SIGINT" || child.kill(signal));
child.on("error", (error) => {
  console.error(`${program} could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});

function buildWhereStale() {
  const sources = ["src", "electron", "resources", "package.json", "electron.vite.config.ts", "vite.hosts.config.ts"];
  const built = ["out/page/index.html", "out/main/main.js", "out/preload/preload.cjs", "out/hosts/browser-mode.js"];
  if (!built.some((file) => isStale(file, sources))) return;
  console.log("Building the workbench; this takes a few seconds the first time.");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** In words why Electron is not used; null where it can be. */
function whyNotElectron() {
  const isLinux = process.platform === "linux";
  if (isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return "No display for a desktop window";
  if (isLinux && process.getuid?.() === 0) return "Electron's sandbox does not run as root";
  if (electronProgram() !== null) return null;
  console.log("Downloading Electron once (at most two minutes) …");
  const install = join(root, "node_modules/electron/install.js");
  spawnSync(process.execPath, [install], {
    cwd: root,
    stdio: "ignore",
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: "SIGKILL",
  });
  return electronProgram() === null ? "Electron could not be downloaded" : null;
}

/** Electron's binary, as its package or ELECTRON_OVERRIDE_DIST_PATH says; null where it is not there. */
function electronProgram() {
  const folder = join(root, "node_modules/electron");
  const named = existsSync(join(folder, "path.txt")) ? readFileSync(join(folder, "path.txt"), "utf8") : null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = dist ? join(dist, named ?? "electron") : named === null ? null : join(folder, "dist", named);
  return program !== null && existsSync(program) ? program : null;
}
