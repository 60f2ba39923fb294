import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openService } from "../../src/service/workbench-service.ts";
import { bytesOfFolder } from "../fixtures/bytes-of-folder.ts";
import { smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";
import { buildProgram, run } from "../service/child-program.ts";
import { added } from "../service/edits.ts";

async function opened(userData: string) {
  const places = { packagedData: join(userData, "none"), uiAssets: userData, userData };
  const service = await openService({ places, powers: {}, host: "electron", version: "1.2.3" });
  onTestFinished(() => service.close());
  return service;
}

describe("a folder that may not be written", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/safety/driver.ts");
    await chmod(dirname(driver), 0o755);
  }, 120_000);

  // Nothing is forbidden to root: there the program runs as someone else.
  const asAnyone = process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : [];

  async function readAndWrite(folder: string): Promise<unknown> {
    const [program = "", ...args] = [...asAnyone, process.execPath, driver, "read-and-write", folder];
    return JSON.parse((await run(program, args).nextLine()) ?? "null");
  }

  async function usedFolder(mode: number): Promise<string> {
    const folder = await temporaryFolder();
    const service = await opened(folder);
    await service.editNote({ edit: added("a") });
    await service.close();
    for (const name of await readdir(folder)) await chmod(join(folder, name), mode & 0o666);
    await chmod(folder, mode);
    return folder;
  }

  test("is read, says why it is not written, and stays as it is to the byte", async () => {
    const folder = await usedFolder(0o555);
    const before = await bytesOfFolder(folder);
    expect(await readAndWrite(folder)).toMatchObject({
      notes: ["a"],
      ownership: { kind: "reader", heldBy: expect.stringContaining("EACCES") },
      refused: expect.stringContaining("could not be stored: EACCES"),
      settings: expect.stringContaining("could not be stored: EACCES"),
    });
    expect(await bytesOfFolder(folder)).toEqual(before);
  });

  test("is told from one that may, which is written", async () => {
    expect(await readAndWrite(await usedFolder(0o777))).toMatchObject({
      notes: ["a"],
      ownership: { kind: "owner" },
      settings: "stored",
    });
  });
});

const PLANTED = ["settings.json", "mappings.json", "notebook.jsonl", "notebook-snapshot.json", "owner-1.json"];

describe("links and modes", () => {
  test.each(PLANTED)("a link that was planted as %s is not written through", async (name) => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    const precious = join(elsewhere, "precious");
    await writeFile(precious, "precious", { mode: 0o644 });
    await symlink(precious, join(folder, name));
    const service = await opened(folder).catch(() => null);
    for (let number = 1; number <= 3; number++)
      await service?.editNote({ edit: added(`note ${number}`) }).catch(() => undefined);
    await service?.changeSettings({ colorScheme: "dark" }).catch(() => undefined);
    await service?.close();
    expect(await readFile(precious, "utf8")).toBe("precious");
    expect((await stat(precious)).mode & 0o777).toBe(0o644);
    expect(await readdir(elsewhere)).toEqual(["precious"]);
  });

  test("a link that was planted is written through by a plain write, as this check would see", async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await writeFile(join(elsewhere, "precious"), "precious");
    await symlink(join(elsewhere, "precious"), join(folder, "settings.json"));
    await writeFile(join(folder, "settings.json"), "{}");
    expect(await readFile(join(elsewhere, "precious"), "utf8")).toBe("{}");
  });

  test("everything that is created is its owner's alone, whatever the umask", async () => {
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const folder = join(await temporaryFolder(), "data");
    const service = await opened(folder);
    await service.editNote({ edit: added("a") });
    await service.changeSettings({ colorScheme: "dark" });
    const own = smallPackage({ "datapackage.json": smallDescriptor({ name: "own" }) });
    const zip = zipFile(entriesOf(own));
    for (const mode of ["new", "replace"] as const) await service.storePackage(zip, { name: "own.zip", mode });
    await service.close();
    expect(await openToOthers(folder)).toEqual([]);
    await mkdir(join(folder, "open"));
    expect(await openToOthers(folder)).toEqual(["open"]);
  });
});

/** What of a folder someone else could read, write or enter. */
async function openToOthers(folder: string): Promise<readonly string[]> {
  const names = [".", ...(await readdir(folder, { recursive: true }))];
  const modes = await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).mode] as const));
  return modes.filter(([, mode]) => (mode & 0o077) !== 0).map(([name]) => name);
}
