import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { syncingService, syncNotice } from "../../src/service/synced-folder.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

describe("a folder that a cloud service synchronises", () => {
  test.each([
    ["C:\\Users\\ana\\OneDrive\\AHQ", "OneDrive"],
    ["C:\\Users\\ana\\OneDrive - Ministry of the Interior\\AHQ", "OneDrive"],
    ["/Users/ana/Library/CloudStorage/OneDrive-Personal/AHQ", "OneDrive"],
    ["/home/ana/Dropbox/AHQ", "Dropbox"],
    ["C:\\Users\\ana\\Dropbox (Ministry)\\AHQ", "Dropbox"],
    ["/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/AHQ", "Google Drive"],
    ["G:\\My Drive\\AHQ", "Google Drive"],
    ["/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/AHQ", "iCloud"],
    ["C:\\Users\\ana\\iCloudDrive\\AHQ", "iCloud"],
    ["/home/ana/Nextcloud/AHQ", "Nextcloud"],
    ["/home/ana/Nextcloud2/AHQ", "Nextcloud"],
    ["/home/ana/ownCloud", "ownCloud"],
  ])("is known by its path: %s", (path, service) => {
    expect(syncingService(path, {})).toBe(service);
  });

  test.each([
    "/home/ana/.config/AHQ Workbench",
    "C:\\Users\\ana\\AppData\\Roaming\\AHQ Workbench",
    "/home/ana/onedrives/AHQ",
    "/home/ana/notes on Dropbox/AHQ",
    "/home/dropboxer/AHQ",
  ])("is no other: %s", (path) => {
    expect(syncingService(path, { OneDrive: "", OneDriveCommercial: "D:\\Work" })).toBeNull();
  });

  test("is known by what OneDrive says of itself, whatever its folder is called", () => {
    const environment = { OneDriveCommercial: "D:\\Work" };
    expect(syncingService("D:\\Work\\AHQ", environment)).toBe("OneDrive");
    expect(syncingService("D:\\Works\\AHQ", environment)).toBeNull();
    expect(syncingService("E:\\Work\\AHQ", environment)).toBeNull();
  });

  test("is seen through a link, and told in the workbench's notices alone", async () => {
    const parent = await temporaryFolder();
    await mkdir(join(parent, "Nextcloud"));
    await symlink(join(parent, "Nextcloud"), join(parent, "notes"));
    expect(await syncNotice(join(parent, "notes"), {})).toContain("Nextcloud");
    expect(await syncNotice(parent, {})).toBeNull();
    const userData = join(parent, "Nextcloud", "AHQ");
    const places = { packagedData: join(parent, "none"), uiAssets: parent, userData };
    const service = await openService({ places, powers: {}, host: "browser-mode", version: "1.2.3" });
    onTestFinished(() => service.close());
    const { notices, ownership } = await service.hostInfo({});
    expect(notices).toEqual([expect.stringContaining("Nextcloud synchronises it")]);
    expect(ownership.kind).toBe("owner");
  });
});
