import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { buildWhereStale } from "./build-where-stale.mjs";

// Packs the built program into one tarball that npm installs without a network: everything is in it, nothing is left to fetch.
const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "dist") } } });
const CONTENT = ["out/page", "out/hosts", "data", "resources", "docs", "LICENSE", "README.md", "CHANGELOG.md"];
const MANIFEST = ["name", "version", "description", "license", "private", "type", "bin", "engines"];

const notBuilt = buildWhereStale("Building the workbench.");
if (notBuilt !== 0) process.exit(notBuilt);
const staging = mkdtempSync(join(tmpdir(), "ahq-bundle-"));
try {
  for (const path of CONTENT) cpSync(join(root, path), join(staging, path), { recursive: true });
  writeFileSync(join(staging, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  const file = moveTo(resolve(values.out), pack());
  const sum = createHash("sha256").update(readFileSync(file)).digest("hex");
  writeFileSync(`${file}.sha256`, `${sum}  ${basename(file)}\n`);
  console.log(file);
  console.error(`Install it, with no network: npm install --global --offline ${file}\nThen: ahq open`);
} finally {
  rmSync(staging, { recursive: true, force: true });
}

/** What npm needs to know of the program; the tools that made it are left out. */
function manifest() {
  const full = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.fromEntries(MANIFEST.map((key) => [key, full[key]]));
}

function pack() {
  const args = ["pack", "--json", "--ignore-scripts", "--offline"];
  const { status, stdout, error } = spawnSync("npm", args, {
    cwd: staging,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm pack failed: ${error?.message ?? `it ended with ${status}`}`);
  return JSON.parse(stdout)[0].filename;
}

function moveTo(folder, name) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  cpSync(join(staging, name), file);
  return file;
}
