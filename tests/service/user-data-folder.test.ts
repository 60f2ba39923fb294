import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { createUserDataFolder, userDataFolder } from "../../src/service/user-data-folder.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const linux = { asked: null, environment: {}, platform: "linux", home: "/home/ana" } as const;

describe("the data folder", () => {
  test("is where the platform keeps application data", () => {
    expect(userDataFolder(linux)).toBe("/home/ana/.config/AHQ Workbench");
    expect(userDataFolder({ ...linux, environment: { XDG_CONFIG_HOME: "/conf" } })).toBe("/conf/AHQ Workbench");
    expect(userDataFolder({ ...linux, platform: "darwin", home: "/Users/ana" })).toBe(
      "/Users/ana/Library/Application Support/AHQ Workbench",
    );
    const windows = { ...linux, platform: "win32", home: "C:\\Users\\ana" } as const;
    expect(userDataFolder({ ...windows, environment: { APPDATA: "D:\\Roaming" } })).toBe("D:\\Roaming\\AHQ Workbench");
    expect(userDataFolder(windows)).toBe("C:\\Users\\ana\\AppData\\Roaming\\AHQ Workbench");
  });

  test("is not among relative paths, which XDG has ignored", () => {
    expect(userDataFolder({ ...linux, environment: { XDG_CONFIG_HOME: "conf" } })).toBe(
      "/home/ana/.config/AHQ Workbench",
    );
  });

  test("is the one asked for, then the environment's", () => {
    const environment = { AHQ_DATA_DIR: "/from/environment" };
    expect(userDataFolder({ ...linux, environment })).toBe("/from/environment");
    expect(userDataFolder({ ...linux, environment, asked: "/asked" })).toBe("/asked");
    expect(userDataFolder({ ...linux, asked: "here" })).toBe(resolve("here"));
    expect(userDataFolder({ ...linux, environment: { AHQ_DATA_DIR: "" } })).toBe("/home/ana/.config/AHQ Workbench");
  });

  test("is created for its user alone, with the folders above it", async () => {
    const folder = join(await temporaryFolder(), "a", "b");
    await createUserDataFolder(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await createUserDataFolder(folder);
  });

  test("that cannot be created is named with the reason", async () => {
    await expect(createUserDataFolder("/dev/null/folder")).rejects.toMatchObject({
      code: "cannot-store",
      message: expect.stringContaining("/dev/null/folder could not be stored: ENOTDIR"),
    });
  });
});
