import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const START_LIMIT_MS = 60_000;
const INSTALL_LIMIT_MS = 10 * 60_000;
const isRoot = process.getuid?.() === 0;

export function findInstalledBrowser() {
  return candidates().find(({ path }) => isExecutable(path)) ?? null;
}

export function ensureBrowser() {
  const installed = candidates().filter(({ path }) => isExecutable(path));
  const attempts = [() => installed, installWithPlaywright, installWithApt];
  for (const attempt of attempts) {
    const found = attempt().find(({ path }) => whyItDoesNotStart(path) === null);
    if (found !== undefined) return found;
  }
  const broken = candidates().find(({ path }) => isExecutable(path));
  throw new Error(
    broken === undefined
      ? "No Chromium or Chrome was found, and none could be installed. Install one, or set CHROME_PATH to one, and run again."
      : `${broken.path} does not start: ${whyItDoesNotStart(broken.path)}\nInstall the libraries that it misses (as root: npx playwright install-deps chromium), or set CHROME_PATH to another, and run again.`,
  );
}

export function browserVersion(path) {
  // On Windows Chrome opens a window instead of answering.
  if (process.platform === "win32") return "Chromium";
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: START_LIMIT_MS });
  return /^\S.*?[\d.]+/.exec(stdout ?? "")?.[0] ?? "Chromium";
}

function candidates() {
  const asked = process.env.CHROME_PATH;
  // What was asked for is used or complained of, never passed over in silence.
  if (asked) return [{ path: asked, source: "CHROME_PATH" }];
  const system = systemPlaces().map((path) => ({ path, source: "installed" }));
  return [...system, ...playwrightsOwn()];
}

function systemPlaces() {
  if (process.platform === "darwin")
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) => [
      join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome"),
      join(folder, "Chromium.app/Contents/MacOS/Chromium"),
    ]);
  if (process.platform === "win32")
    return [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap((folder) =>
      folder === undefined
        ? []
        : [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Chromium/Application/chrome.exe")],
    );
  const folders = ["/usr/bin", "/usr/local/bin", ...(process.env.PATH ?? "").split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)("playwright");
  return [{ path: chromium.executablePath(), source: "installed by Playwright" }];
}

function installWithPlaywright() {
  if (process.env.CHROME_PATH) return [];
  const folder = dirname(createRequire(import.meta.url).resolve("playwright/package.json"));
  run(process.execPath, [join(folder, "cli.js"), "install", "chromium", "--no-shell"]);
  return playwrightsOwn()
    .filter(({ path }) => isExecutable(path))
    .map(({ path }) => ({ path, source: "installed by Playwright just now" }));
}

function installWithApt() {
  if (process.env.CHROME_PATH || !isRoot || !isExecutable("/usr/bin/apt-get")) return [];
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", "chromium"]);
  return systemPlaces()
    .filter(isExecutable)
    .map((path) => ({ path, source: "installed by apt-get just now" }));
}

// A refusal shows in what is then not there; its own words go to the terminal.
function run(command, args) {
  console.error(`> ${[command, ...args].join(" ")}`);
  spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: INSTALL_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/** Starts the browser on an empty page; gives null where that works, else its own last words (a missing system library, for one). */
function whyItDoesNotStart(path) {
  const profile = mkdtempSync(join(tmpdir(), "ahq-browser-"));
  const args = [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    `--user-data-dir=${profile}`,
    "--dump-dom",
    "about:blank",
  ];
  const started = spawnSync(path, isRoot ? ["--no-sandbox", ...args] : args, {
    encoding: "utf8",
    timeout: START_LIMIT_MS,
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (started.status === 0 && started.stdout.includes("<html>")) return null;
  const lastWords = started.stderr.trim().split("\n").slice(-3).join("\n");
  return started.error?.message ?? (lastWords || `it ended with status ${started.status}`);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
