import { resolve } from "node:path";
import { defineConfig } from "vite";

const root = import.meta.dirname;

// The loopback host and the command line, bundled for Node with nothing left to install.
export default defineConfig({
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    target: "node20",
    outDir: resolve(root, "out/hosts"),
    emptyOutDir: true,
    minify: "oxc",
    // The licence texts of all that is bundled, beside it.
    license: { fileName: "licences.md" },
    rollupOptions: {
      input: {
        ahq: resolve(root, "src/hosts/cli/ahq.ts"),
        "browser-mode": resolve(root, "src/hosts/browser-mode/browser-mode.ts"),
      },
      // Its package bin is run by name, as a program.
      output: { banner: (chunk) => (chunk.name === "ahq" ? "#!/usr/bin/env node" : "") },
    },
  },
});
