import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readPackage } from "../../src/formats/read-package.ts";
import { packageFiles } from "../../src/formats/write-package.ts";
import { zipPackage } from "../../src/formats/write-package-zip.ts";
import { readPackageFiles } from "../../src/service/package-files.ts";
import { randomPackage } from "../fixtures/random-package.ts";
import { smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { unzip } from "../fixtures/unzip.ts";

afterEach(() => vi.unstubAllEnvs());

describe("zipPackage", () => {
  test("holds the files in their order, as they are", async () => {
    const files = { ...smallPackage(), "README.md": "# Škoda 😀\n" };
    const entries = await unzip(zipPackage(files));
    expect(entries).toEqual(files);
    expect(Object.keys(entries)).toEqual(Object.keys(files));
  });

  test("is opened again as the same dataset with the same digest", { timeout: 60_000 }, async () => {
    const path = join(await temporaryFolder(), "a.zip");
    await fc.assert(
      fc.asyncProperty(randomPackage(), async (dataset) => {
        await writeFile(path, zipPackage(packageFiles(dataset)));
        const { files = {} } = await readPackageFiles(path);
        expect(readPackage(files).dataset).toEqual(dataset);
      }),
      { numRuns: 15 },
    );
  });

  test("gives the same bytes in every time zone", () => {
    const inZone = (zone: string): { readonly offset: number; readonly bytes: Uint8Array } => {
      vi.stubEnv("TZ", zone);
      return { offset: new Date(0).getTimezoneOffset(), bytes: zipPackage({ "a.csv": "a" }) };
    };
    const [east, west] = [inZone("Pacific/Kiritimati"), inZone("America/Los_Angeles")];
    expect(east.offset).not.toBe(west.offset);
    expect(east.bytes).toEqual(west.bytes);
  });

  test("is no bomb to its own reader, however little a table says", async () => {
    const path = join(await temporaryFolder(), "a.zip");
    await writeFile(path, zipPackage(smallPackage({ "tensions.csv": "a,b\n".repeat(100_000) })));
    expect((await readPackageFiles(path)).files?.["tensions.csv"]).toHaveLength(400_000);
  });
});
