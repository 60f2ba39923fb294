import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "electron-vite";

const root = resolve(import.meta.dirname, "../../..");

/** A copy of the built program in which the bare page stands in the place of ours, so that it is served in the same way; gives its folder. */
export async function buildBare() {
  const folder = join(root, "out/bench/bare");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ["out/hosts", "data", "package.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  await build({ root, configFile: "tests/bench/startup/bare.config.ts", logLevel: "error" });
  return folder;
}
