import { existsSync } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../src/service/make-folder.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

describe("makeFolder", () => {
  test("makes what is missing, and says whether it was there", async () => {
    const path = join(await temporaryFolder(), "a", "b", "c");
    expect(await makeFolder(path, 0o700)).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect(await makeFolder(path, 0o700)).toBe(false);
  });

  test("fails where a file is in the way", async () => {
    const path = join(await temporaryFolder(), "file");
    await writeFile(path, "");
    await expect(makeFolder(path)).rejects.toThrow("EEXIST");
    await expect(makeFolder(join(path, "below"))).rejects.toThrow("ENOTDIR");
  });

  test.skipIf(!existsSync("/proc/self"))("ends where the folder above takes no new ones", async () => {
    await expect(makeFolder("/proc/no-such-folder/below")).rejects.toThrow("ENOENT");
  });
});
