import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

const IMPORT = "noRestrictedImports";
const GLOBAL = "noRestrictedGlobals";

/** A source file that breaks a wall, and the rule that says so. */
const FORBIDDEN: readonly (readonly [file: string, source: string, rule: string])[] = [
  // core is pure: zod and nothing else from outside, no environment.
  ["src/core/dataset/a.ts", 'import { readFile } from "node:fs";', IMPORT],
  ["src/core/dataset/b.ts", 'import { readFile } from "fs";', IMPORT],
  ["src/core/query/a.ts", 'import React from "react";', IMPORT],
  ["src/core/query/b.ts", 'import { sum } from "d3-array";', IMPORT],
  ["src/core/export/a.ts", 'import { zip } from "fflate";', IMPORT],
  ["src/core/analysis/a.ts", 'export const later = import("node:fs");', IMPORT],
  ["src/core/notebook/a.ts", "export const now = process.env;", GLOBAL],
  ["src/core/notebook/b.ts", 'export const reply = fetch("/");', GLOBAL],
  ["src/api/a.ts", 'import { homedir } from "node:os";', IMPORT],
  ["src/api/b.ts", "export const w = window;", GLOBAL],
  // core's folders form a line.
  ["src/core/dataset/c.ts", 'import { x } from "../query/x.ts";', IMPORT],
  ["src/core/query/c.ts", 'import { x } from "../analysis/x.ts";', IMPORT],
  ["src/core/dataset/d.ts", 'import { x } from "../editing/x.ts";', IMPORT],
  ["src/core/editing/c.ts", 'import { x } from "../query/x.ts";', IMPORT],
  ["src/core/analysis/c.ts", 'import { x } from "../notebook/x.ts";', IMPORT],
  ["src/core/notebook/d.ts", 'import { x } from "../collection/x.ts";', IMPORT],
  ["src/core/collection/c.ts", 'import { x } from "../export/x.ts";', IMPORT],
  ["src/core/notebook/c.ts", 'export { x } from "../export/x.ts";', IMPORT],
  // Layers import what is below them.
  ["src/core/export/d.ts", 'import { x } from "../../formats/x.ts";', IMPORT],
  ["src/core/export/e.ts", 'import type { X } from "../../api/x.ts";', IMPORT],
  ["src/formats/a.ts", 'import { x } from "../service/x.ts";', IMPORT],
  ["src/formats/b.ts", 'import { readFile } from "node:fs";', IMPORT],
  ["src/charts/a.tsx", 'import { x } from "../ui/shared/x.ts";', IMPORT],
  ["src/api/c.ts", 'import { x } from "../service/x.ts";', IMPORT],
  ["src/service/a.ts", 'import { x } from "../hosts/x.ts";', IMPORT],
  ["src/service/b.ts", 'import { app } from "electron";', IMPORT],
  ["src/hosts/cli/a.ts", 'import { x } from "../../ui/shared/x.ts";', IMPORT],
  ["src/hosts/cli/b.ts", 'import { app } from "electron";', IMPORT],
  ["electron/a.ts", 'import { x } from "../src/ui/shared/x.ts";', IMPORT],
  ["electron/preload.ts", 'import { x } from "../src/api/x.ts";', IMPORT],
  // The page reaches its host through the API, and its features know each other through shared alone.
  ["src/ui/app/a.ts", 'import { x } from "../../service/x.ts";', IMPORT],
  ["src/ui/explore/a.ts", 'import { readFile } from "node:fs";', IMPORT],
  ["src/ui/explore/b.ts", 'import { x } from "../compare/x.ts";', IMPORT],
  ["src/ui/explore/deep/c.ts", 'import { x } from "../../compare/x.ts";', IMPORT],
  ["src/ui/overview/a.ts", 'import { x } from "../app/x.ts";', IMPORT],
  ["src/ui/shared/a.ts", 'import { x } from "../notebook/x.ts";', IMPORT],
  ["src/ui/sources/a.ts", 'import { ipcRenderer } from "electron";', IMPORT],
  // Cycles, barrels, looseness.
  ["src/service/cycle-a.ts", 'import { b } from "./cycle-b.ts";\nexport const a = b;', "noImportCycles"],
  ["src/service/cycle-b.ts", 'import { a } from "./cycle-a.ts";\nexport const b = a;', "noImportCycles"],
  ["src/service/barrel.ts", 'export * from "./x.ts";', "noReExportAll"],
  ["src/service/any.ts", "export const x: any = 1;", "noExplicitAny"],
  ["src/service/default.ts", "export default 1;", "noDefaultExport"],
];

/** Source files that keep to the walls, in every folder: a rule that refuses these would refuse everything. */
const ALLOWED: readonly (readonly [file: string, source: string])[] = [
  ["src/core/dataset/ok.ts", 'import { z } from "zod";\nimport { x } from "./x.ts";\nexport const y = [z, x];'],
  ["src/core/query/ok.ts", 'import { x } from "../editing/x.ts";\nexport const y = x;'],
  ["src/core/collection/ok.ts", 'import { x } from "../notebook/x.ts";\nexport const y = x;'],
  ["src/core/export/ok.ts", 'import { x } from "../dataset/x.ts";\nexport const y = x;'],
  [
    "src/formats/ok.ts",
    'import p from "papaparse";\nimport { x } from "../core/dataset/x.ts";\nexport const y = [p, x];',
  ],
  [
    "src/charts/ok.tsx",
    'import { memo } from "react";\nimport { x } from "../core/query/x.ts";\nexport const y = [memo, x];',
  ],
  ["src/api/ok.ts", 'import { z } from "zod";\nimport { x } from "../core/notebook/x.ts";\nexport const y = [z, x];'],
  [
    "src/service/ok.ts",
    'import { open } from "node:fs";\nimport { x } from "../api/x.ts";\nexport const y = [open, x];',
  ],
  ["src/hosts/cli/ok.ts", 'import { x } from "../../service/x.ts";\nexport const y = x;'],
  [
    "electron/ok.ts",
    'import { app } from "electron";\nimport { x } from "../src/service/x.ts";\nexport const y = [app, x];',
  ],
  [
    "src/ui/explore/ok.ts",
    'import { x } from "../shared/x.ts";\nimport { z } from "../../core/notebook/z.ts";\nexport const y = [x, z];',
  ],
  [
    "src/ui/app/ok.ts",
    'import { x } from "../explore/x.ts";\nimport { z } from "../compare/z.ts";\nexport const y = [x, z];',
  ],
  ["src/ui/shared/ok.ts", 'import { x } from "../../core/notebook/x.ts";\nexport const y = x;'],
];

interface Finding {
  readonly file: string;
  readonly rule: string;
}

let planted = "";
let findings: readonly Finding[] = [];

// All files are planted in one tree and checked in one run, under the project's own rules.
beforeAll(async () => {
  planted = await mkdtemp(join(tmpdir(), "ahq-layers-"));
  for (const name of ["biome.json", ".gitignore"]) await copyFile(join(ROOT, name), join(planted, name));
  for (const [file, source] of [...FORBIDDEN, ...ALLOWED]) {
    await mkdir(dirname(join(planted, file)), { recursive: true });
    await writeFile(join(planted, file), `${source}\n`);
  }
  findings = lint(planted);
});

afterAll(() => rm(planted, { recursive: true, force: true }));

describe("the walls between the folders", () => {
  test.each(FORBIDDEN)("%s is refused: %s", (file, _source, rule) => {
    expect(findings).toContainEqual({ file, rule });
  });

  test.each(ALLOWED)("%s is let through", (file) => {
    expect(findings.filter((finding) => finding.file === file)).toEqual([]);
  });
});

function lint(folder: string): readonly Finding[] {
  const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const { stdout, stderr } = spawnSync(process.execPath, [BIOME, ...args], { cwd: folder, encoding: "utf8" });
  if (!stdout.startsWith("{")) throw new Error(`biome gave no report: ${stderr}`);
  const report: {
    readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
  } = JSON.parse(stdout);
  return report.diagnostics.map(({ category, location }) => ({
    file: location.path.replaceAll("\\", "/"),
    rule: category.split("/").at(-1) ?? "",
  }));
}
