import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openService } from "../../src/service/workbench-service.ts";
import { BAD_INPUTS } from "../fixtures/bad-inputs.ts";
import { bytesOfFolder } from "../fixtures/bytes-of-folder.ts";
import { smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";

test("every bad input is refused by the host as well, and the data folder stays as it was, byte for byte", async () => {
  const userData = await temporaryFolder();
  const places = { packagedData: join(userData, "none"), uiAssets: userData, userData };
  const service = await openService({ places, powers: {}, host: "browser-mode", version: "1.2.3" });
  onTestFinished(() => service.close());
  const sound = smallPackage({ "datapackage.json": smallDescriptor({ name: "own" }) });
  await service.storePackage(zipFile(entriesOf(sound)), { name: "own.zip", mode: "new" });
  const before = await bytesOfFolder(userData);
  const refused = BAD_INPUTS.filter(({ outcome }) => outcome === "refused");
  expect(refused.length).toBeGreaterThan(60);
  for (const { name, files } of refused) {
    const [first, ...others] = files();
    if (first === undefined) continue;
    // The host takes zips alone: a folder arrives as one.
    const bytes = others.length === 0 ? first.bytes : zipOf([first, ...others]);
    for (const mode of ["new", "replace"] as const)
      expect((await service.storePackage(bytes, { name: first.name, mode })).kind, name).toBe("refused");
  }
  expect(await bytesOfFolder(userData)).toEqual(before);
}, 120_000);

function zipOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  return zipFile(files.map(({ name, bytes }) => ({ name, content: bytes })));
}
