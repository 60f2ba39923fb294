import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { buildWhereStale } from "./build-where-stale.mjs";
import { ensureBrowser } from "./find-browser.mjs";

// Writes a picture of every screen and state, in both schemes and two sizes; with --guide those that the pages of the guide show.
const root = resolve(import.meta.dirname, "..");
const isForGuide = process.argv.includes("--guide");
const folder = isForGuide ? "docs/guide/images" : "out/screens";
const status = buildWhereStale("Building first…") || takeScreens();
if (status === 0) console.log(`The pictures are in ${folder}.`);
process.exitCode = status;

function takeScreens() {
  rmSync(resolve(root, folder), { recursive: true, force: true });
  const env = { ...process.env, CHROME_PATH: ensureBrowser().path, AHQ_SCREENS: isForGuide ? "guide" : "all" };
  const playwright = resolve(root, "node_modules/@playwright/test/cli.js");
  const args = [playwright, "test", "--config=tests/e2e/screens.config.ts"];
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env }).status ?? 1;
}
