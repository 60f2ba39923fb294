import { readFileSync } from "node:fs";
import inspector from "node:inspector";
import { createRequire, Module, register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "./app.ts";
import * as electron from "./electron.ts";

// A program that takes Electron's place on the command line: `electron [switches] <folder of the program> [its arguments]`.
const programFolder = resolve(process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? ".");
// Electron's arguments begin one place earlier than Node's, which counts the script.
process.argv.splice(1, 1);
if (process.argv.includes("--inspect=0")) inspector.open(0, "127.0.0.1");

takeElectronsPlace();
const { main }: { readonly main: string } = JSON.parse(readFileSync(resolve(programFolder, "package.json"), "utf8"));
await import(pathToFileURL(resolve(programFolder, main)).href);
await app.standInStart();

/** From here on `electron` is the stand-in, to the program's imports and to what Playwright evaluates. */
function takeElectronsPlace(): void {
  Reflect.set(globalThis, "__electronStandIn", electron);
  const names = Object.keys(electron).map((name) => `export const ${name} = globalThis.__electronStandIn.${name};`);
  const source = `data:text/javascript,${encodeURIComponent(names.join("\n"))}`;
  const hook = `export const resolve = (name, context, next) =>
    name === "electron" ? { url: ${JSON.stringify(source)}, format: "module", shortCircuit: true } : next(name, context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);

  const require = createRequire(resolve(programFolder, "package.json"));
  const file = require.resolve("electron");
  const stood = new Module(file);
  stood.exports = electron;
  stood.loaded = true;
  require.cache[file] = stood;
}
