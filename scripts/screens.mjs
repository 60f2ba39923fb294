import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { buildWhereStale } from "./build-where-stale.mjs";
import { ensureBrowser } from "./find-browser.mjs";

// Writes a picture of every screen and state to out/screens, in both schemes and two sizes.
const root = resolve(import.meta.dirname, "..");
const env = { ...process.env, CHROME_PATH: ensureBrowser().path };
const status = buildWhereStale("Building first…") || takeScreens();
if (status === 0) console.log("The pictures are in out/screens.");
process.exitCode = status;

function takeScreens() {
  rmSync(resolve(root, "out/screens"), { recursive: true, force: true });
  const playwright = resolve(root, "node_modules/@playwright/test/cli.js");
  const args = [playwright, "test", "--config=tests/e2e/screens.config.ts"];
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env }).status ?? 1;
}
