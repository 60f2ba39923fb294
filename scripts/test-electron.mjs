import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { ensureBrowser } from "./find-browser.mjs";

// Runs the desktop program's own specs on the real Electron where its binary is there, else on the stand-in; the run begins with which of the two it is.
const root = resolve(import.meta.dirname, "..");
const env = { ...process.env, CHROME_PATH: ensureBrowser().path };

run("npm", ["run", "--silent", "build"], process.platform === "win32");
const playwright = join(dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")), "cli.js");
const given = process.argv.slice(2);
const specs = given.length > 0 ? given : ["tests/electron"];
run(process.execPath, [playwright, "test", "--project=electron", ...specs], false);

function run(command, args, shell) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env, shell });
  if (status !== 0) process.exit(status ?? 1);
}
