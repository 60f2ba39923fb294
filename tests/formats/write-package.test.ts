import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../src/core/dataset/dataset.ts";
import { publicPart } from "../../src/core/dataset/public-part.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { packageFiles } from "../../src/formats/write-package.ts";
import { hostileCell, randomPackage } from "../fixtures/random-package.ts";
import { smallPackage } from "../fixtures/small-package.ts";

const FOLDER = resolve(import.meta.dirname, "../../data/emn-ahq-1055");
const PACKAGED = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(resolve(FOLDER, name), "utf8")] as const),
);

function datasetOf(files: Readonly<Record<string, string>>): Dataset {
  const { dataset, faults } = readPackage(files);
  if (dataset === undefined) throw new Error(JSON.stringify(faults));
  return dataset;
}

describe("packageFiles", () => {
  test("gives the packaged query's tables and descriptor byte for byte", () => {
    const { "README.md": _, ...files } = packageFiles(datasetOf(PACKAGED));
    const { "README.md": __, ...packaged } = PACKAGED;
    expect(files).toEqual(packaged);
    expect(Object.keys(files)).toHaveLength(12);
  });

  test("gives files that are read as the same dataset with the same digest", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(randomPackage(), (dataset) => {
        expect(datasetOf(packageFiles(dataset))).toEqual(dataset);
      }),
      { numRuns: 30 },
    );
  });

  test("gives files that are read again without those who withheld", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(randomPackage({ respondents: [2, 8], questions: [1, 4] }), (dataset) => {
        const part = publicPart(dataset);
        expect(datasetOf(packageFiles(part, "public"))).toEqual(part);
      }),
      { numRuns: 30 },
    );
  });

  test("keeps carriage returns of a cell as line feeds", () => {
    const [first] = fc.sample(hostileCell(), 1);
    const summary = `"a\r\nb\rc${(first ?? "").replaceAll('"', '""')}"`;
    const files = smallPackage({
      "responses.csv": (smallPackage()["responses.csv"] ?? "").replace("Finland watches.", summary),
    });
    const dataset = datasetOf(files);
    expect(dataset.responses[1]?.summary).toBe(`a\nb\nc${first}`);
    expect(datasetOf(packageFiles(dataset))).toEqual(dataset);
  });
});
