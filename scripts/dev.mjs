import { spawn, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import process from "node:process";

// Builds with every change and serves the result in browser mode: reload the page to see a change of it; the host restarts by itself.
const root = resolve(import.meta.dirname, "..");
const tool = (file) => join(root, "node_modules", file);
const quiet = ["--logLevel", "warn"];

spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
const children = [
  [tool("electron-vite/bin/electron-vite.js"), "build", "--watch", ...quiet],
  [tool("vite/bin/vite.js"), "build", "--watch", "--config", "vite.hosts.config.ts", ...quiet],
  ["--watch", join(root, "out/hosts/browser-mode.js"), ...process.argv.slice(2)],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: "inherit" }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
