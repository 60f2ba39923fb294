import { resolve } from "node:path";
import { defineConfig } from "electron-vite";
import program from "../../../electron.vite.config.ts";

const page = resolve(import.meta.dirname, "bare");

// The bare page, built as the program's own page is.
export default defineConfig({
  renderer: {
    ...program.renderer,
    root: page,
    build: {
      ...program.renderer?.build,
      outDir: resolve(import.meta.dirname, "../../../out/bench/bare/out/page"),
      rollupOptions: { input: resolve(page, "index.html") },
    },
  },
});
