import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { isStale } from "../../scripts/is-stale.mjs";

const root = resolve(import.meta.dirname, "../..");
const BUILT = ["out/page/index.html", "out/hosts/browser-mode.js"];
const SOURCES = ["src", "resources", "package.json", "electron.vite.config.ts", "vite.hosts.config.ts"];

/** Builds the program where it is older than its sources; says so on stderr, since stdout is for the figures. */
export function buildProgram() {
  if (!BUILT.some((file) => isStale(file, SOURCES))) return;
  console.error("Building the workbench …");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
