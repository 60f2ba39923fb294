import { spawnSync } from "node:child_process";
import { copyFile, mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const ROOT = resolve(import.meta.dirname, "../..");

const CONFIG = `export default {
  build: { ssr: true, outDir: "out/hosts", rollupOptions: { input: { ahq: "src/ahq.ts" } } },
};
`;

// A checkout of its own, so small that it is built in no time.
async function checkout(): Promise<string> {
  const root = await temporaryFolder();
  for (const folder of ["scripts", "src"]) await mkdir(join(root, folder));
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  for (const script of ["scripts/ahq.mjs", "scripts/is-stale.mjs"])
    await copyFile(join(ROOT, script), join(root, script));
  await writeFile(join(root, "package.json"), '{ "type": "module" }');
  await writeFile(join(root, "vite.hosts.config.ts"), CONFIG);
  await writeFile(join(root, "src/ahq.ts"), 'process.stdout.write(["one", ...process.argv.slice(2)].join(" "));');
  return root;
}

function run(root: string): string {
  const { stdout } = spawnSync(process.execPath, [join(root, "scripts/ahq.mjs"), "packages", "--json"]);
  return String(stdout);
}

test("builds the command line where it is missing, and again where a source is younger, with results alone on stdout", async () => {
  const root = await checkout();
  expect(run(root)).toBe("one packages --json");

  await writeFile(join(root, "src/ahq.ts"), 'process.stdout.write("two");');
  await utimes(join(root, "src/ahq.ts"), 0, 0);
  expect(run(root)).toBe("one packages --json");

  await utimes(join(root, "src/ahq.ts"), new Date("2100-01-01"), new Date("2100-01-01"));
  expect(run(root)).toBe("two");
}, 60_000);

test("ends with 1 and says so where the sources cannot be built", async () => {
  const root = await checkout();
  await writeFile(join(root, "src/ahq.ts"), "this is no program");
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/ahq.mjs")]);
  expect({ status, stdout: String(stdout) }).toEqual({ status: 1, stdout: "" });
  expect(String(stderr)).toContain("the command line could not be built");
}, 60_000);
