import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/api/settings.ts";
import { SETTINGS_FILE, SettingsStore } from "../../src/service/settings-store.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

async function opened(folder: string): Promise<SettingsStore> {
  const store = new SettingsStore(folder);
  await store.prepare();
  return store;
}

async function folderWith(content: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, SETTINGS_FILE), content);
  return folder;
}

describe("settings", () => {
  test("of a new folder are the defaults, and nothing is written before a change", async () => {
    const folder = await temporaryFolder();
    expect((await opened(folder)).settings).toEqual(DEFAULT_SETTINGS);
    expect(await readdir(folder)).toEqual([]);
  });

  test("have after reopening what was changed, and what was not", async () => {
    const folder = await temporaryFolder();
    await (await opened(folder)).change({ colorScheme: "dark", lastAddress: { one: "/explore" } });
    await (await opened(folder)).change({ density: "compact", lastAddress: { two: "/compare" } });
    expect((await opened(folder)).settings).toEqual({
      ...DEFAULT_SETTINGS,
      colorScheme: "dark",
      density: "compact",
      lastAddress: { one: "/explore", two: "/compare" },
    });
  });

  test("know which packages were opened, the latest first, each once and not without end", async () => {
    const store = await opened(await temporaryFolder());
    for (const id of ["one", "two", "one"]) await store.change({ activePackage: id });
    await store.change({ density: "compact" });
    expect(store.settings.recentPackages).toEqual(["one", "two"]);
    for (let i = 0; i < 30; i++) await store.change({ activePackage: `p${i}` });
    expect(store.settings.recentPackages[0]).toBe("p29");
    expect(store.settings.recentPackages.length).toBeLessThan(30);
  });

  test.each(["", "{", "null", "0", '""', "[]"])(
    "of a damaged file %j are the defaults, and the file is kept",
    async (content) => {
      const folder = await folderWith(content);
      const store = await opened(folder);
      expect(store.settings).toEqual(DEFAULT_SETTINGS);
      await store.change({ colorScheme: "dark" });
      const kept = (await readdir(folder)).find((name) => name !== SETTINGS_FILE) ?? "";
      expect(await readFile(join(folder, kept), "utf8")).toBe(content);
      expect(store.notices.join()).toContain(kept);
      expect((await opened(folder)).settings.colorScheme).toBe("dark");
    },
  );

  test("cut off anywhere are the defaults or what they were, and never lost", async () => {
    const folder = await temporaryFolder();
    await (await opened(folder)).change({ colorScheme: "dark" });
    const whole = await readFile(join(folder, SETTINGS_FILE), "utf8");
    for (let length = 0; length < whole.trimEnd().length; length += 7) {
      const cut = await folderWith(whole.slice(0, length));
      expect((await opened(cut)).settings).toEqual(DEFAULT_SETTINGS);
      const [kept = ""] = await readdir(cut);
      expect(await readFile(join(cut, kept), "utf8")).toBe(whole.slice(0, length));
    }
  });

  test("keep what is sound of a file of which a part is not", async () => {
    const folder = await folderWith('{"version":1,"colorScheme":"dark","density":"huge"}');
    const store = await opened(folder);
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, colorScheme: "dark" });
    expect(store.notices.join()).toContain("density");
  });

  test.each(['{"version":2,"colorScheme":"dark"}', '{"version":1,"colorScheme":"dark","voice":"low"}'])(
    "of a later version are used and left byte by byte: %s",
    async (content) => {
      const folder = await folderWith(content);
      const store = await opened(folder);
      expect(store.settings.colorScheme).toBe("dark");
      expect((await store.change({ density: "compact" })).density).toBe("compact");
      expect(await readFile(join(folder, SETTINGS_FILE), "utf8")).toBe(content);
      expect(await readdir(folder)).toEqual([SETTINGS_FILE]);
      expect(store.notices.join()).toContain("later version");
    },
  );

  test("that cannot be stored are refused and stay what they were", async () => {
    const folder = await temporaryFolder();
    const store = await opened(folder);
    await mkdir(join(folder, SETTINGS_FILE));
    await expect(store.change({ colorScheme: "dark" })).rejects.toMatchObject({ code: "cannot-store" });
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
  });

  test("are left as they are by a reader, however damaged", async () => {
    const folder = await folderWith("{");
    const store = new SettingsStore(folder);
    await store.refresh();
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
    expect(await readdir(folder)).toEqual([SETTINGS_FILE]);
  });
});
