import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import process from "node:process";
import { build, loadConfigFromFile } from "vite";

// Builds page and hosts with every change and serves them in browser mode: reload the page to see a change of it; the host restarts by itself and prints a new address.
const root = resolve(import.meta.dirname, "..");

// electron-vite has no watching build of its own without Electron; the page's part of its configuration is plain Vite.
const loaded = await loadConfigFromFile(
  { command: "build", mode: "development" },
  join(root, "electron.vite.config.ts"),
);
const { renderer } = loaded.config;
await watch({ ...renderer, configFile: false, base: "./" });
await watch({ configFile: join(root, "vite.hosts.config.ts") });

const program = join(root, "out/hosts/browser-mode.js");
const args = ["--watch", "--watch-preserve-output", program, ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", () => process.exit(0));

/** Resolves after the first build; later ones follow each change. */
async function watch(config) {
  const watcher = await build({
    ...config,
    mode: "development",
    logLevel: "warn",
    build: { ...config.build, watch: {}, minify: false },
  });
  await new Promise((done) => {
    watcher.on("event", ({ code, error, result }) => {
      if (code === "ERROR") console.error(error.message);
      if (code === "BUNDLE_END" || code === "ERROR") void result?.close();
      if (code === "END") done();
    });
  });
}
