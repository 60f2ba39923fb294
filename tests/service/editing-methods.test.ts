import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { EditedPackage } from "../../src/api/contract.ts";
import type { Dataset } from "../../src/core/dataset/dataset.ts";
import { describeFault } from "../../src/core/dataset/fault.ts";
import type { PackageEdit } from "../../src/core/editing/package-edit.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import type { Service } from "../../src/service/service.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { writeFiles } from "../fixtures/write-files.ts";

const SET_SUMMARY: PackageEdit = {
  kind: "set-response",
  question: "2",
  respondent: "FI",
  fields: { summary: "Finland wrote again." },
};

/** A service whose program brings the small package. */
async function opened(): Promise<{ readonly service: Service; readonly userData: string }> {
  const root = await temporaryFolder();
  const places = { packagedData: join(root, "data"), uiAssets: root, userData: join(root, "user") };
  await writeFiles(join(places.packagedData, "small"), smallPackage());
  const service = await openService({ places, powers: {}, host: "browser-mode", version: "1.2.3" });
  onTestFinished(() => service.close());
  return { service, userData: places.userData };
}

async function withCopy() {
  const own = await opened();
  const copied = await own.service.copyPackage({ id: "small", newId: "small-copy", title: "My copy" });
  expect(copied).toMatchObject({ kind: "stored", package: { id: "small-copy", title: "My copy", origin: "user" } });
  return own;
}

async function kept(service: Service, id = "small-copy"): Promise<Dataset> {
  return read((await service.readPackageFiles({ id })).files);
}

function read(files: Readonly<Record<string, string>>): Dataset {
  const { dataset, faults } = readPackage(files);
  if (dataset === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return dataset;
}

async function edit(service: Service, ...edits: PackageEdit[]): Promise<EditedPackage> {
  return service.editPackage({ id: "small-copy", basedOn: (await kept(service)).digest, edits });
}

describe("copying a package", () => {
  test("gives a package of one's own that remembers what it is a copy of", async () => {
    const { service } = await withCopy();
    const [original, copy] = [await kept(service, "small"), await kept(service)];
    expect(copy.info).toMatchObject({
      name: "small-copy",
      version: "1.0.0",
      copyOf: { name: "small", version: "1.0.0", digest: original.digest },
      sources: original.info.sources,
    });
    expect(copy.responses).toEqual(original.responses);
  });

  test("refuses an id that is taken, and one that is none", async () => {
    const { service } = await withCopy();
    const copy = (newId: string) => service.copyPackage({ id: "small", newId, title: "Another" });
    await expect(copy("small-copy")).rejects.toMatchObject({ code: "conflict" });
    await expect(copy("small")).rejects.toMatchObject({ code: "read-only" });
    expect(await copy("No Id")).toMatchObject({ kind: "refused", faults: [{ column: "name", found: '"No Id"' }] });
  });
});

describe("editing a package", () => {
  test("stores it, with the log, and gives back what takes it back", async () => {
    const { service, userData } = await withCopy();
    const edited = await edit(service, SET_SUMMARY);
    if (edited.kind === "refused") throw new Error("the edit is sound");
    expect((await kept(service)).digest).toBe(edited.digest);
    expect((await kept(service)).changes).toMatchObject([{ about: "response/2/FI", column: "summary", before: "" }]);
    await edit(service, ...edited.inverse);
    expect((await kept(service)).responses).toEqual((await kept(service, "small")).responses);
    expect((await kept(service)).changes).toHaveLength(2);
    expect(await readdir(join(userData, "packages"))).toEqual(["small-copy.zip"]);
  });

  test("keeps the descriptor and the files of an unedited package free of logs and rules", async () => {
    const { service } = await withCopy();
    const before = (await service.readPackageFiles({ id: "small-copy" })).files;
    expect(Object.keys(before)).not.toContain("changes.csv");
    expect(before["datapackage.json"]).not.toContain("changes.csv");
    await edit(service, SET_SUMMARY);
    const after = (await service.readPackageFiles({ id: "small-copy" })).files;
    expect(after["datapackage.json"]).toContain("changes.csv");
    expect(after["datapackage.json"]).not.toContain("derivations.csv");
  });

  test("refuses a fault and changes nothing", async () => {
    const { service } = await withCopy();
    const before = await kept(service);
    const wrong: PackageEdit = { kind: "set-response", question: "2", respondent: "FI", fields: { locator: "" } };
    expect(await edit(service, SET_SUMMARY, wrong)).toMatchObject({
      kind: "refused",
      faults: [{ file: "responses.csv", column: "locator" }],
    });
    expect(await kept(service)).toEqual(before);
  });

  test("refuses what is based on an older package, and tells what was changed", async () => {
    const { service } = await withCopy();
    const { digest } = await kept(service);
    await edit(service, SET_SUMMARY);
    const late = service.editPackage({ id: "small-copy", basedOn: digest, edits: [SET_SUMMARY] });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("response/2/FI, summary: “” became “Finland wrote again.”"),
    });
  });

  test("refuses the package that comes with the program", async () => {
    const { service } = await withCopy();
    const { digest } = await kept(service, "small");
    const packaged = service.editPackage({ id: "small", basedOn: digest, edits: [SET_SUMMARY] });
    await expect(packaged).rejects.toMatchObject({ code: "read-only" });
  });

  test("makes a new version at the first edit after an export, and leaves the exported one in the trash", async () => {
    const { service } = await withCopy();
    await edit(service, SET_SUMMARY);
    expect((await kept(service)).info.version).toBe("1.0.0");
    expect(await service.listRemoved({})).toEqual([]);
    await service.markExported({ id: "small-copy" });
    expect((await kept(service)).info.changedSinceExport).toBeUndefined();
    await edit(service, { ...SET_SUMMARY, fields: { summary: "Once more." } });
    await edit(service, { ...SET_SUMMARY, fields: { summary: "And again." } });
    expect((await kept(service)).info.version).toBe("1.0.1");
    expect(await service.listRemoved({})).toMatchObject([{ id: "small-copy", version: "1.0.0" }]);
  });
});
