import { resolve } from "node:path";
import { runBrowserMode } from "./run-browser-mode.ts";

// Built to out/hosts: the program's root is two folders up.
process.exitCode = await runBrowserMode(process.argv.slice(2), resolve(import.meta.dirname, "../.."));
