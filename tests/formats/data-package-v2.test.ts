import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPackage } from "../../src/formats/read-package.ts";
import { packageFiles } from "../../src/formats/write-package.ts";
import { randomPackage } from "../fixtures/random-package.ts";
import { smallPackage } from "../fixtures/small-package.ts";
import { descriptorViolations, tableViolations } from "./data-package-v2.ts";

const PACKAGED: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../data/emn-ahq-1055/datapackage.json"), "utf8"),
);

// What must be refused, or the checks that follow say nothing: a path into the descriptor, and what is put there.
const BROKEN: readonly (readonly [path: string, value: unknown])[] = [
  ["resources", []],
  ["resources", undefined],
  ["name", "Two Words"],
  ["created", "2026-01-31"],
  ["created", "31 January 2026"],
  ["homepage", "example.org"],
  ["licenses", [{ title: "All rights reserved" }]],
  ["licenses.0.path", "../terms.txt"],
  ["contributors", [{}]],
  ["sources", [{}]],
  ["sources.0.path", "/etc/passwd"],
  ["keywords", "one"],
  ["resources.0.name", undefined],
  ["resources.1.name", "respondents"],
  ["resources.0.path", undefined],
  ["resources.0.path", ".hidden/a.csv"],
  ["resources.0.data", []],
  ["resources.0.type", "sheet"],
  ["resources.0.schema.fields", undefined],
  ["resources.0.schema.fields.0.name", undefined],
  ["resources.0.schema.fields.1.name", "code"],
  ["resources.0.schema.fields.0.type", "text"],
  ["resources.0.schema.fields.6.constraints.pattern", "[0-9]+"],
  ["resources.0.schema.fields.4.constraints.enum", ["associate"]],
  ["resources.0.schema.fields.4.categories", ["member", "member"]],
  ["resources.0.schema.primaryKey", "code"],
  ["resources.0.schema.primaryKey", ["codes"]],
  ["resources.0.schema.missingValues", ["", ""]],
  ["resources.2.schema.foreignKeys.0.reference.resource", "query"],
  ["resources.2.schema.foreignKeys.0.reference.fields", ["number"]],
  ["resources.2.schema.foreignKeys.0.fields", ["question", "id"]],
];

function changed(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(PACKAGED);
  const parts = path.split(".");
  const last = parts.pop() ?? "";
  const parent = parts.reduce<unknown>((at, part) => Reflect.get(Object(at), part), copy);
  if (value === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, value);
  return copy;
}

describe("the rules of Data Package v2", () => {
  test.each(BROKEN)("refuse %s as %j", (path, value) => {
    expect(descriptorViolations(changed(path, value))).not.toEqual([]);
  });

  test.each([
    ["responses.csv", "1,BE,yes,", "1,BE,,"],
    ["responses.csv", "1,BE,yes,", "1,FI,yes,"],
    ["responses.csv", "2,NO,no-practice", "3,NO,no-practice"],
    ["respondents.csv", "member,western", "member,eastern"],
    ["respondents.csv", "1995,public", "soon,public"],
    ["questions.csv", "1,1,,Watching", "1,0,,Watching"],
    ["codes.csv", "watching,yes,", "watching,Yes!,"],
    ["codes.csv", "variable,code,label", "code,variable,label"],
  ])("find %s at fault with %s changed to %s", (file, from, to) => {
    const files = filesOf();
    expect(files[file]).toContain(from);
    expect(tableViolations({ ...files, [file]: files[file]?.replace(from, to) ?? "" })).not.toEqual([]);
  });
});

function filesOf(): Readonly<Record<string, string>> {
  const { dataset } = readPackage(smallPackage());
  if (dataset === undefined) throw new Error("the small package is sound");
  return packageFiles(dataset);
}

describe("datapackage.json keeps the rules of Data Package v2", () => {
  test("in the packaged query", () => {
    expect(descriptorViolations(PACKAGED)).toEqual([]);
  });

  test("in generated packages, whose tables keep what it says of them", { timeout: 60_000 }, () => {
    expect(tableViolations(filesOf())).toEqual([]);
    fc.assert(
      fc.property(randomPackage(), (dataset) => {
        const files = packageFiles(dataset);
        expect(descriptorViolations(JSON.parse(files["datapackage.json"] ?? ""))).toEqual([]);
        expect(tableViolations(files)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
