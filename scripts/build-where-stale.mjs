import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { isStale } from "./is-stale.mjs";

const root = resolve(import.meta.dirname, "..");

const SOURCES = [
  "src",
  "docs",
  "electron",
  "resources",
  "package.json",
  "electron.vite.config.ts",
  "vite.hosts.config.ts",
];
const BUILT = ["out/page/index.html", "out/main/main.js", "out/preload/preload.cjs", "out/hosts/browser-mode.js"];

/** Builds page and hosts where a source is younger than they are, after saying so; gives the exit code. */
export function buildWhereStale(saying) {
  if (!BUILT.some((file) => isStale(file, SOURCES))) return 0;
  console.log(saying);
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status ?? 1;
}
