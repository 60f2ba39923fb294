import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const root = resolve(import.meta.dirname, "../..");
const written = readFileSync(join(root, "docs/dependencies.md"), "utf8");

// Each lets the program be given on, bundled, under its own licence.
const ALLOWED = [
  "MIT",
  "ISC",
  "BSD-3-Clause",
  "BSD-2-Clause",
  "0BSD",
  "Apache-2.0",

  "(MIT OR CC0-1.0)",
];

describe("the list of what is in the program", () => {
  test("is what code and lock file say, as node scripts/dependencies.mjs writes it", () => {
    const { stdout, status } = printed(root);
    expect(status).toBe(0);
    expect(stdout).toBe(written);
  });

  test("has only licences under which the program can be given on", () => {
    const rows = [...written.matchAll(/^\| `(?<name>[^`]+)` \| \S+ \| (?<licence>[^|]+) \|/gm)];
    expect(rows.length).toBeGreaterThan(17);
    expect(rows.filter(({ groups }) => !ALLOWED.includes(groups?.licence ?? "")).map(([row]) => row)).toEqual([]);
  });

  test("is refused where the code imports what nobody has explained", async () => {
    const folder = await temporaryFolder();
    for (const name of ["scripts", "src", "electron"]) mkdirSync(join(folder, name));
    cpSync(join(root, "scripts/dependencies.mjs"), join(folder, "scripts/dependencies.mjs"));
    writeFileSync(join(folder, "src/a.ts"), 'import { x } from "unheard-of";\n');
    const lock = { packages: { "node_modules/unheard-of": { version: "1.0.0", license: "MIT" } } };
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
    const { status, stderr } = printed(folder);
    expect([status, stderr]).toEqual([1, expect.stringContaining("unheard-of")]);
  });

  test("is all that there is: the published package asks for nothing", () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("scripts.postinstall");
  });
});

function printed(folder: string) {
  const script = join(folder, "scripts/dependencies.mjs");
  return spawnSync(process.execPath, [script, "--print"], { encoding: "utf8" });
}
