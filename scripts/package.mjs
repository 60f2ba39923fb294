import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { buildWhereStale } from "./build-where-stale.mjs";

// Makes the installers of the system that it runs on, or of those that are named: npm run package -- --win --linux
const root = resolve(import.meta.dirname, "..");
const BUILDER = "electron-builder@26.17.0";
const CONFIG = "scripts/packaging/builder-config.mjs";
const packages = join(root, "dist/packages");

const notBuilt = buildWhereStale("Building the workbench.");
if (notBuilt !== 0) process.exit(notBuilt);
run(process.execPath, [join(root, "scripts/make-icons.mjs")]);
run("npx", ["--yes", BUILDER, "--config", CONFIG, "--publish", "never", ...process.argv.slice(2)]);
writeSums();

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32" && command === "npx",
  });
  if (status === 0) return;
  if (error !== undefined) console.error(error.message);
  process.exit(status ?? 1);
}

/** One line an installer, in the form that sha256sum checks. */
function writeSums() {
  if (!existsSync(packages)) return;
  const files = readdirSync(packages).filter((name) => /\.(exe|dmg|AppImage|deb)$/.test(name));
  const lines = files.toSorted().map((name) => `${sumOf(join(packages, name))}  ${name}\n`);
  writeFileSync(join(packages, "SHA256SUMS"), lines.join(""));
}

function sumOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
