import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { StoredPackage } from "../../src/api/contract.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { readPackageFiles } from "../../src/service/package-files.ts";
import type { Service } from "../../src/service/service.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { bytesOfFolder } from "../fixtures/bytes-of-folder.ts";
import { edited, type FileChanges, smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { writeFiles } from "../fixtures/write-files.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";
import { buildProgram, run } from "./child-program.ts";

/** The files of a package of an id, told apart by its title. */
function own(title = "Own query", changes: FileChanges = {}, id = "own"): Readonly<Record<string, string>> {
  return smallPackage({ "datapackage.json": smallDescriptor({ name: id, title }), ...changes });
}

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  return zipFile(entriesOf(files));
}

/** A package that takes long to write and no time to read, so that a kill is likely to meet it half written. */
function large(title: string): Uint8Array {
  return zipFile([...entriesOf(own(title)), { name: "attachment.bin", content: randomBytes(3 * 1024 * 1024) }]);
}

interface Opened {
  readonly service: Service;
  readonly userData: string;
}

/** A service whose program brings the small package, and the data folder that it opened. */
async function opened(userData?: string): Promise<Opened> {
  const root = await temporaryFolder();
  const places = { packagedData: join(root, "data"), uiAssets: root, userData: userData ?? join(root, "user") };
  await writeFiles(join(places.packagedData, "small"), smallPackage());
  const service = await openService({ places, powers: {}, host: "browser-mode", version: "1.2.3" });
  onTestFinished(() => service.close());
  return { service, userData: places.userData };
}

async function store(service: Service, files = own(), mode: "new" | "replace" = "new"): Promise<StoredPackage> {
  return await service.storePackage(zipped(files), { name: "given.zip", mode });
}

async function titles(service: Service): Promise<readonly string[]> {
  return (await service.listPackages({})).filter(({ origin }) => origin === "user").map(({ title }) => title);
}

describe("storing a package", () => {
  test("keeps the very bytes, and lists it with its source, size and time", async () => {
    const { service, userData } = await opened();
    const bytes = zipped(own());
    const before = Date.now();
    const stored = await service.storePackage(bytes, { name: "given.zip", mode: "new" });
    const listed = (await service.listPackages({})).find(({ id }) => id === "own");
    expect(stored).toEqual({ kind: "stored", package: listed, replaced: null });
    expect(listed).toMatchObject({ respondents: 3, questions: 2, origin: "user", file: "own.zip", faults: [] });
    expect(listed).toMatchObject({ source: "A made-up summary", followUpOf: null, size: bytes.length });
    expect(Date.parse(listed?.added ?? "")).toBeGreaterThan(before - 5000);
    expect(new Uint8Array(await readFile(join(userData, "packages", "own.zip")))).toEqual(new Uint8Array(bytes));
    expect((await service.readPackageFiles({ id: "own" })).files).toEqual(own());
  });

  test("refuses one with faults, names the given file, and leaves the data folder as it was", async () => {
    const { service, userData } = await opened();
    await store(service, own("Other", {}, "other"));
    const before = await bytesOfFolder(userData);
    const faulty = await store(service, own("Own", edited("responses.csv", "1,BE,yes", "1,BE,maybe")));
    expect(faulty).toMatchObject({
      kind: "refused",
      faults: [{ file: "responses.csv", row: 2, column: "answer", found: "maybe" }],
    });
    const broken = await service.storePackage(Buffer.from("no zip at all, whatever it is called"), {
      name: "given.zip",
      mode: "replace",
    });
    expect(broken).toMatchObject({ kind: "refused", faults: [{ file: "given.zip" }] });
    expect(await bytesOfFolder(userData)).toEqual(before);
  });

  test("refuses an id that no file name can hold", async () => {
    const { service } = await opened();
    expect(await store(service, own("Long", {}, "a".repeat(101)))).toMatchObject({
      kind: "refused",
      faults: [{ file: "datapackage.json", column: "name" }],
    });
  });

  test("refuses an id that the program brings, replace or not, and one that is taken", async () => {
    const { service, userData } = await opened();
    await store(service);
    const before = await bytesOfFolder(userData);
    for (const mode of ["new", "replace"] as const)
      await expect(store(service, smallPackage(), mode)).rejects.toMatchObject({
        code: "read-only",
        message: expect.stringContaining("comes with the program"),
      });
    await expect(store(service, own("Newer"))).rejects.toMatchObject({ code: "conflict" });
    expect(await bytesOfFolder(userData)).toEqual(before);
  });

  test("puts the old one in the trash where it is replaced, so that the replacement can be undone and done again", async () => {
    const { service } = await opened();
    await store(service, own("First"));
    const second = await store(service, own("Second"), "replace");
    expect(await titles(service)).toEqual(["Second"]);
    const [first] = await service.listRemoved({});
    expect(first).toMatchObject({ name: second.kind === "stored" ? second.replaced : "", id: "own", title: "First" });
    await service.restorePackage({ name: first?.name ?? "", mode: "replace" });
    expect(await titles(service)).toEqual(["First"]);
    expect((await service.listRemoved({})).map(({ title }) => title)).toEqual(["Second"]);
  });

  test("does not write over a file of that name which holds another package", async () => {
    const { service, userData } = await opened();
    await writeFiles(join(userData, "packages"), { "own.zip": zipped(own("Misnamed", {}, "misnamed")) });
    expect(await store(service)).toMatchObject({ kind: "stored", package: { file: "own-2.zip" } });
    expect(await titles(service)).toEqual(["Misnamed", "Own query"]);
  });

  test("replaces a folder that the user put there by a zip", async () => {
    const { service, userData } = await opened();
    await writeFiles(join(userData, "packages", "any-name"), own("Folder"));
    await store(service, own("Zip"), "replace");
    expect(await titles(service)).toEqual(["Zip"]);
    const [folder] = await service.listRemoved({});
    expect(folder).toMatchObject({ id: "own", title: "Folder" });
    await service.restorePackage({ name: folder?.name ?? "", mode: "replace" });
    expect(await titles(service)).toEqual(["Folder"]);
    expect((await service.readPackageFiles({ id: "own" })).files).toEqual(own("Folder"));
  });
});

describe("removing a package", () => {
  test("moves it to the trash, from which it comes back as it was", async () => {
    const { service, userData } = await opened();
    await store(service);
    const before = await readFile(join(userData, "packages", "own.zip"));
    const removed = await service.removePackage({ id: "own" });
    expect(await titles(service)).toEqual([]);
    expect(await service.listRemoved({})).toEqual([removed]);
    expect(removed).toMatchObject({ id: "own", title: "Own query", version: "1.0.0", size: before.length });
    expect(Math.abs(Date.parse(removed.removed) - Date.now())).toBeLessThan(60_000);
    expect(await service.restorePackage({ name: removed.name, mode: "new" })).toMatchObject({ id: "own", faults: [] });
    expect(await readFile(join(userData, "packages", "own.zip"))).toEqual(before);
    expect(await service.listRemoved({})).toEqual([]);
  });

  test("is not for what the program brings, nor for what is not there", async () => {
    const { service } = await opened();
    await expect(service.removePackage({ id: "small" })).rejects.toMatchObject({ code: "read-only" });
    await expect(service.removePackage({ id: "none" })).rejects.toMatchObject({ code: "not-found" });
    await expect(service.restorePackage({ name: "../settings.json", mode: "new" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("takes what cannot be opened too, and what stands in the shadow of another of its id", async () => {
    const { service, userData } = await opened();
    const packages = join(userData, "packages");
    await writeFiles(packages, { "broken.zip": "no zip" });
    await writeFiles(join(packages, "shadowed"), smallPackage());
    await writeFiles(join(packages, "a"), own("A"));
    await writeFiles(join(packages, "b"), own("B"));
    expect(await service.removePackage({ id: "broken" })).toMatchObject({ id: "broken", title: "broken" });
    expect(await service.removePackage({ id: "small" })).toMatchObject({ id: "small", title: "Small query" });
    await expect(service.removePackage({ id: "own" })).rejects.toThrow("expected one of a, b");
    expect(await service.removePackage({ id: "own", file: "b" })).toMatchObject({ id: "own", title: "B" });
    expect(await readdir(packages)).toEqual(["a"]);
  });

  test("keeps both where a removed package was added anew, until one is asked to give way", async () => {
    const { service } = await opened();
    await store(service, own("First"));
    const { name } = await service.removePackage({ id: "own" });
    await store(service, own("Second"));
    await expect(service.restorePackage({ name, mode: "new" })).rejects.toMatchObject({ code: "conflict" });
    expect(await titles(service)).toEqual(["Second"]);
    await service.restorePackage({ name, mode: "replace" });
    expect(await titles(service)).toEqual(["First"]);
    expect((await service.listRemoved({})).map(({ title }) => title)).toEqual(["Second"]);
  });

  test("for good takes only what was named, and nothing that is not a removed package", async () => {
    const { service, userData } = await opened();
    await writeFiles(join(userData, "trash"), { "mine.txt": "kept" });
    for (const title of ["First", "Second"]) {
      await store(service, own(title));
      await service.removePackage({ id: "own" });
    }
    const [second, first] = await service.listRemoved({});
    expect([first?.title, second?.title]).toEqual(["First", "Second"]);
    for (const name of ["mine.txt", "../packages", "none--20260101T000000000Z.zip"])
      await expect(service.emptyTrash({ names: [second?.name ?? "", name] })).rejects.toMatchObject({
        code: "not-found",
      });
    await service.emptyTrash({ names: [second?.name ?? ""] });
    expect((await service.listRemoved({})).map(({ title }) => title)).toEqual(["First"]);
    expect((await readdir(join(userData, "trash"))).sort()).toEqual([first?.name, "mine.txt"].sort());
  });
});

test("the list reads a package again once it has changed, and only then", async () => {
  const { service, userData } = await opened();
  const folder = await writeFiles(join(userData, "packages", "own"), own());
  const first = (await service.listPackages({})).find(({ id }) => id === "own");
  expect((await service.listPackages({})).find(({ id }) => id === "own")).toEqual(first);
  await writeFiles(folder, edited("responses.csv", "1,BE,yes", "1,BE,maybe") as Record<string, string>);
  expect((await service.listPackages({})).find(({ id }) => id === "own")?.faults).toHaveLength(1);
  await writeFiles(folder, own("Renamed"));
  expect(await titles(service)).toEqual(["Renamed"]);
});

describe("a second process", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/service/driver.ts");
  }, 120_000);

  test("that only reads is refused with the holder named", async () => {
    const userData = await temporaryFolder();
    const holder = run(process.execPath, [driver, "hold", userData]);
    await holder.nextLine();
    const { service } = await opened(userData);
    const refusal = { code: "read-only", message: expect.stringContaining(`process ${holder.process.pid}`) };
    await expect(store(service)).rejects.toMatchObject(refusal);
    await expect(service.emptyTrash({ names: [] })).rejects.toMatchObject(refusal);
    expect(await readdir(userData)).not.toContain("packages");
    await holder.kill();
    expect(await store(service)).toMatchObject({ kind: "stored" });
  });

  test.each([
    ["replaces", "replace-forever", 1],
    ["stores, removes and restores", "change-library-forever", 0],
  ])(
    "killed 20 times while it %s leaves a whole library, and nothing half written",
    async (_what, command, least) => {
      const userData = await temporaryFolder();
      await writeFiles(join(userData, "given"), {
        "a.zip": large("A"),
        "b.zip": large("B, which is longer"),
      });
      for (let kill = 1; kill <= 20; kill++) {
        const program = run(process.execPath, [driver, command, userData]);
        for (let count = 0; count <= (kill * 5) % 13; count++) await program.nextLine();
        // At another moment of a step each time.
        await pause((kill * 3) % 20);
        await program.kill();
        const { service } = await opened(userData);
        const listed = (await service.listPackages({})).filter(({ origin }) => origin === "user");
        expect(listed.flatMap(({ faults }) => faults)).toEqual([]);
        expect(listed.length).toBeGreaterThanOrEqual(least);
        expect(listed.length).toBeLessThanOrEqual(1);
        // What gave way is in the trash, and what did not is not.
        const removed = (await service.listRemoved({})).map(({ title }) => title);
        expect(removed.length + listed.length).toBeGreaterThan(0);
        expect(removed).not.toContain(listed[0]?.title);
        for (const path of await everythingIn(userData)) {
          const { files } = await readPackageFiles(path);
          expect(files === undefined ? path : readPackage(files).dataset?.info.name).toBe("own");
        }
        await service.close();
      }
    },
    240_000,
  );
});

async function everythingIn(userData: string): Promise<readonly string[]> {
  const folders = ["packages", "trash"].map((name) => join(userData, name));
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
  );
  return names.flat();
}
