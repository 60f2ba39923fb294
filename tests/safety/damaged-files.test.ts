import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { proposeMapping } from "../../src/core/collection/propose-mapping.ts";
import type { Service } from "../../src/service/service.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { gridFrom } from "../fixtures/grid.ts";
import { smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { howOften, tell } from "../fixtures/torture.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";
import { added } from "../service/edits.ts";

const STEP = howOften(4, 1);
const PERCENTS = Array.from({ length: 100 / STEP }, (_, step) => step * STEP);
const TITLES = ["a", "b", "c", "d", "e"];

async function opened(userData: string): Promise<Service> {
  const places = { packagedData: join(userData, "none"), uiAssets: userData, userData };
  const service = await openService({ places, powers: {}, host: "browser-mode", version: "1.2.3" });
  onTestFinished(() => service.close());
  return service;
}

/** What writes each of the files. */
const WRITES: Readonly<Record<string, (service: Service, title: string) => Promise<unknown>>> = {
  "notebook.jsonl": (service, title) => service.editNote({ edit: added(title) }),
  // Written when the folder is given up, or after many edits.
  "notebook-snapshot.json": async () => undefined,
  "settings.json": (service) => service.changeSettings({ colorScheme: "dark" }),
  "mappings.json": (service, name) => service.keepMapping({ name, mapping: MAPPING }),
  "packages/own.zip": (service) => service.storePackage(OWN, { name: "own.zip", mode: "replace" }),
};

const MAPPING = proposeMapping(
  gridFrom([
    ["State", "Q1"],
    ["Belgium", "Yes"],
  ]),
);
const OWN = zipFile(entriesOf(smallPackage({ "datapackage.json": smallDescriptor({ name: "own" }) })));

/** The files of a folder that was used and closed. */
async function usedFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await temporaryFolder();
  const service = await opened(folder);
  for (const title of TITLES) await WRITES["notebook.jsonl"]?.(service, title);
  for (const write of Object.values(WRITES).slice(1)) await write(service, "kept");
  await service.close();
  return new Map(
    await Promise.all(Object.keys(WRITES).map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

async function folderOf(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "packages"));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  return folder;
}

/** Whether these bytes are in some file of a folder still. */
async function isKept(folder: string, bytes: Buffer): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  return contents.some((content) => content.equals(bytes) || content.subarray(0, bytes.length).equals(bytes));
}

describe("a file that is cut off at any hundredth", () => {
  test.each(Object.keys(WRITES))(
    "%s: the workbench opens, goes on writing, and has kept the damaged bytes",
    async (name) => {
      const files = await usedFiles();
      const whole = files.get(name) ?? Buffer.alloc(0);
      for (const percent of PERCENTS) {
        const cut = whole.subarray(0, Math.floor((whole.length * percent) / 100));
        const folder = await folderOf(new Map(files).set(name, cut));
        const service = await opened(folder);
        await service.listPackages({});
        // What one of journal and snapshot has lost, the other has.
        expect((await service.listNotes({})).map(({ title }) => title).sort(), `${percent} %`).toEqual(TITLES);
        for (const file of new Set(["notebook.jsonl", name])) await WRITES[file]?.(service, "z");
        await service.close();
        const again = await opened(folder);
        expect((await again.listNotes({})).map(({ title }) => title).sort()).toEqual([...TITLES, "z"]);
        if (name === "settings.json") expect((await again.readSettings({})).colorScheme).toBe("dark");
        expect((await again.hostInfo({})).ownership.kind).toBe("owner");
        await again.close();
        expect(await isKept(folder, cut), `${name} at ${percent} %`).toBe(true);
      }
      tell("truncated", { file: name, cuts: PERCENTS.length, unopened: 0, overwritten: 0 });
    },
    240_000,
  );

  test("would be overwritten by the adapter that lowdb brings, and the check says so", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "settings.json");
    await writeFile(path, "null");
    const low = new Low(new JSONFile<{ scheme: string }>(path), { scheme: "auto" });
    await low.read();
    low.data.scheme = "dark";
    await low.write();
    expect(await isKept(folder, Buffer.from("null"))).toBe(false);
  });
});

describe("a folder that goes away", () => {
  test("refuses what is written, and is written again once it is back", async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, "data");
    const service = await opened(folder);
    await service.editNote({ edit: added("a") });
    await rename(folder, join(parent, "away"));
    await expect(service.editNote({ edit: added("b") })).rejects.toMatchObject({ code: "cannot-store" });
    await expect(service.changeSettings({ density: "compact" })).rejects.toMatchObject({ code: "cannot-store" });
    expect(await readdir(parent)).toEqual(["away"]);
    await rename(join(parent, "away"), folder);
    await service.editNote({ edit: added("c") });
    expect((await service.listNotes({})).map(({ title }) => title)).toEqual(["a", "c"]);
  });
});
