import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../src/core/dataset/dataset.ts";
import { withheldRespondents } from "../../src/core/dataset/public-part.ts";
import { type Audience, outgoingTo } from "../../src/core/export/outgoing.ts";
import {
  PACKAGE_FORMAT_IDS,
  PACKAGE_FORMATS,
  type PackageFormatId,
  writePackageExport,
} from "../../src/formats/package-formats.ts";
import { bytesSource, openZip, unpack } from "../../src/formats/read-zip.ts";
import { randomPackage } from "../fixtures/random-package.ts";
import { tinyDataset } from "../fixtures/tiny-dataset.ts";

const DAY = "2026-01-31";
const ZIP_START = "PK";

/** All that an export says, zips within zips opened. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const text = new TextDecoder("latin1").decode(bytes);
  if (!text.startsWith(ZIP_START)) return new TextDecoder().decode(bytes);
  const { files, faults } = await openZip("a zip", bytesSource(bytes));
  if (files === undefined) throw new Error(JSON.stringify(faults));
  const texts: string[] = [];
  for (const [name, file] of files) texts.push(name, await textOf((await unpack(file)).bytes ?? new Uint8Array()));
  return texts.join("\n");
}

async function exported(id: PackageFormatId, audience: Audience, dataset: Dataset): Promise<string> {
  const files = await writePackageExport(PACKAGE_FORMATS[id], outgoingTo(audience, dataset), DAY, "export.out");
  return (await Promise.all([...files].map(async ([name, bytes]) => `${name}\n${await textOf(bytes)}`))).join("\n");
}

describe.each(PACKAGE_FORMAT_IDS)("the form %s", (id) => {
  test("says nothing public of a state that withheld, in any of its files", { timeout: 60_000 }, async () => {
    const small = randomPackage({ respondents: [2, 5], questions: [1, 3] });
    await fc.assert(
      fc.asyncProperty(small, async (dataset) => {
        const text = await exported(id, "public", dataset);
        for (const { name } of withheldRespondents(dataset)) expect(text).not.toContain(name);
        expect(text).not.toMatch(/for the network only/i);
      }),
      { numRuns: 10 },
    );
  });

  test("says for whom it is where that is the network", async () => {
    const dataset = tinyDataset({
      respondents: ["BE", { code: "CZ", name: "Czechia", dissemination: "network" }],
      questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"] }],
    });
    expect(await exported(id, "network", dataset)).toMatch(/for the network only/i);
  });
});
