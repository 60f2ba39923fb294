import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { isStale } from "./is-stale.mjs";

// Runs the command line of the checkout, built anew where a source is younger than the build.
const root = resolve(import.meta.dirname, "..");
const BUILT = "out/hosts/ahq.js";

if (isStale(BUILT, ["src", "package.json", "vite.hosts.config.ts"])) build();
await import(pathToFileURL(join(root, BUILT)).href);

function build() {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  const settings = ["build", "--config", join(root, "vite.hosts.config.ts"), "--logLevel", "warn"];
  // Results alone go to stdout: whatever the build says is a message.
  const { status } = spawnSync(process.execPath, [vite, ...settings], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    console.error("ahq: the command line could not be built");
    process.exit(1);
  }
}
