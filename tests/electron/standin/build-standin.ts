import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../../..");
const folder = join(root, "out/electron-standin");

/** Where the stand-in's program lies once it is built; its name is Electron's. */
export const STAND_IN = join(folder, process.platform === "win32" ? "electron.cmd" : "electron");

/** Bundles the stand-in for Node and puts a program named `electron` before it. */
export async function buildStandIn(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      target: "node20",
      outDir: folder,
      rollupOptions: {
        input: join(import.meta.dirname, "program.ts"),
        output: { entryFileNames: "program.mjs" },
      },
    },
  });
  await mkdir(folder, { recursive: true });
  const program = join(folder, "program.mjs");
  const isWindows = process.platform === "win32";
  await writeFile(
    STAND_IN,
    isWindows
      ? `@"${process.execPath}" "${program}" %*\r\n`
      : `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
  );
  if (!isWindows) await chmod(STAND_IN, 0o755);
}
