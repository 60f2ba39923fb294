import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;

/** The licence texts of all that is bundled, written beside what they are bundled into. */
const license = { fileName: "licences.md" };

// The same service code runs in every host, so it is built for the oldest of them. Everything is bundled: the program has no dependencies to install.
export default defineConfig({
  main: {
    build: {
      target: "node20",
      outDir: resolve(root, "out/main"),
      externalizeDeps: false,
      lib: { entry: resolve(root, "electron/main.ts"), formats: ["es"] },
      minify: "oxc",
      license,
    },
  },
  preload: {
    build: {
      outDir: resolve(root, "out/preload"),
      externalizeDeps: false,
      lib: { entry: resolve(root, "electron/preload.ts"), formats: ["cjs"] },
      minify: "oxc",
    },
  },
  renderer: {
    root: resolve(root, "src/ui"),
    plugins: [react()],
    worker: { format: "es" },
    build: {
      outDir: resolve(root, "out/page"),
      emptyOutDir: true,
      minify: "oxc",
      license,
      // The first page has a budget of its own, and the rest is fetched when it is needed.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rollupOptions: {
        input: resolve(root, "src/ui/index.html"),
        // What the first page needs is one file: thirty small ones would wait for each other.
        output: {
          codeSplitting: {
            groups: [
              { name: "first-page", tags: ["$initial"], priority: 1 },
              // So would those of the parts that the bars and all screens are made of.
              { name: "parts", test: /node_modules[\\/](@mantine|@floating-ui)/ },
            ],
          },
        },
      },
    },
  },
});
