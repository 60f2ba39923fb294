import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { buildWhereStale } from "./build-where-stale.mjs";

// Opens the workbench: in Electron where its binary can be had and a display is there, in the browser otherwise.
const root = resolve(import.meta.dirname, "..");
const DOWNLOAD_LIMIT_MS = 120_000;

// Within this time an Electron that crashes has not shown a window: a library or the permission for its sandbox is missing.
const STARTING_MS = 30_000;
const CRASHES = ["SIGTRAP", "SIGABRT", "SIGSEGV", "SIGILL", "SIGBUS"];

const notBuilt = buildWhereStale("Building the workbench; this takes a few seconds the first time.");
if (notBuilt !== 0) process.exit(notBuilt);
const refusal = whyNotElectron() ?? (await whyElectronDidNotStart());
if (refusal !== null) {
  const hasDisplay = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  console.log(`${refusal}: ${hasDisplay ? "opening in the browser instead" : "serving to a browser instead"}.`);
  // In this very process, which then has nothing to pass on: neither signals nor an exit code.
  await import(pathToFileURL(join(root, "out/hosts/browser-mode.js")).href);
}

/** In words why Electron is not tried; null where it can be. Downloads its binary where that is missing. */
function whyNotElectron() {
  const isLinux = process.platform === "linux";
  if (isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return "There is no display for a window";
  if (isLinux && process.getuid?.() === 0) return "Electron's sandbox does not run as root";
  if (electronProgram() !== null) return null;
  console.log("Downloading Electron once (at most two minutes) …");
  spawnSync(process.execPath, [join(root, "node_modules/electron/install.js")], {
    cwd: root,
    stdio: "ignore",
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: "SIGKILL",
  });
  return electronProgram() === null ? "Electron's binary could not be downloaded" : null;
}

/** Electron's binary, as its package or ELECTRON_OVERRIDE_DIST_PATH says; null where it is not there. */
function electronProgram() {
  const folder = join(root, "node_modules/electron");
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, "dist");
  const names = [process.platform === "win32" ? "electron.exe" : "electron"];
  if (existsSync(join(folder, "path.txt"))) names.unshift(readFileSync(join(folder, "path.txt"), "utf8").trim());
  // The package writes path.txt last: without it its own folder is half unpacked.
  else if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) return null;
  return names.map((name) => join(dist, name)).find((path) => existsSync(path)) ?? null;
}

/** Runs Electron to its end and passes on how it ended; in words why, where it did not start at all. */
async function whyElectronDidNotStart() {
  const { ELECTRON_RUN_AS_NODE: _set, ...env } = process.env;
  const began = performance.now();
  const child = spawn(electronProgram(), [root, ...process.argv.slice(2)], { stdio: "inherit", env });
  let isAsked = false;
  const pass = (signal) => {
    isAsked = true;
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  const [code, signal, error] = await new Promise((end) => {
    child.on("error", (failure) => end([null, null, failure]));
    child.on("exit", (exitCode, exitSignal) => end([exitCode, exitSignal, null]));
  });
  if (error !== null) return `Electron could not be started (${error.message})`;
  const hasCrashed = CRASHES.includes(signal) || (code !== null && code > 126);
  if (!isAsked && hasCrashed && performance.now() - began < STARTING_MS)
    return `Electron could not be started (it ended with ${signal ?? code})`;
  process.exitCode = code ?? (isAsked ? 0 : 1);
  return null;
}
