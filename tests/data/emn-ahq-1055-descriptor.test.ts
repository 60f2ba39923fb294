import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readDescriptor } from "../../src/core/dataset/descriptor.ts";
import { describePackage } from "../../src/core/export/package-descriptor.ts";

const FILE = resolve(import.meta.dirname, "../../data/emn-ahq-1055/datapackage.json");

// After a change of the tables' definitions or of the info: `npx vitest run tests/data --update` writes the file anew.
test("datapackage.json is what the core makes of its own info", async () => {
  const read = readDescriptor(JSON.parse(readFileSync(FILE, "utf8")));
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  await expect(`${JSON.stringify(describePackage(read.info), null, 2)}\n`).toMatchFileSnapshot(FILE);
});
