import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../..");

/** Builds one of our contenders as the program itself is built, and loads it. */
export async function buildOurs(file) {
  const outDir = join(root, "out/bench");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: "node20",
      outDir,
      emptyOutDir: false,
      rollupOptions: { input: join(import.meta.dirname, file) },
    },
  });
  return import(pathToFileURL(join(outDir, file.replace(/^.*\//, "").replace(/\.ts$/, ".js"))).href);
}
