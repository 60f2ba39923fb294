import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

const OUT = resolve(import.meta.dirname, "../../out");

test("the built programs need nothing installed but Node and Electron", () => {
  const main = importsOf(join(OUT, "main"));
  expect(main).toContain("electron");
  expect(main.filter((name) => name !== "electron" && !isBuiltin(name))).toEqual([]);
  expect(importsOf(join(OUT, "hosts")).filter((name) => !isBuiltin(name))).toEqual([]);
  // A sandboxed preload can load electron alone.
  expect(importsOf(join(OUT, "preload"))).toEqual(["electron"]);
});

/** The packages that the built files of a folder import, other files of the build left out. */
function importsOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.[cm]?js$/.test(name));
  const source = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const imports =
    /\b(?:from|import)\s*["']([@a-z][\w@/.:-]*)["']|\b(?:import|require)\(\s*["']([@a-z][\w@/.:-]*)["']\s*\)/g;
  return [...new Set([...source.matchAll(imports)].map(([, named, called]) => named ?? called ?? ""))];
}
