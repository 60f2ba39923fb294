import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { appendDurably } from "../../src/service/journal.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { recordedFiles, withFiles } from "./recorded-files.ts";

async function journalWith(content: string): Promise<string> {
  const path = join(await temporaryFolder(), "journal");
  await writeFile(path, content);
  return path;
}

describe("appending", () => {
  test("has all bytes on the disk before it says so", async () => {
    const path = await journalWith("old\n");
    const calls: string[] = [];
    expect(await appendDurably(path, 4, "né\n", recordedFiles(calls))).toBe(8);
    expect(calls).toEqual(["open", "write", "datasync", "close"]);
    expect(await readFile(path, "utf8")).toBe("old\nné\n");
  });

  test.each(["write", "datasync"] as const)("cuts the journal back to what it was when %s fails", async (call) => {
    const path = await journalWith("old\n");
    const files = withFiles((file) => ({
      [call]: async () => {
        await file.write(Buffer.from("ha"), 0, 2, 4);
        throw new Error("ENOSPC: no space left on device");
      },
    }));
    await expect(appendDurably(path, 4, "half\n", files)).rejects.toMatchObject({
      code: "cannot-store",
      message: `${path} could not be stored: ENOSPC: no space left on device. What was there before is unchanged.`,
    });
    expect(await readFile(path, "utf8")).toBe("old\n");
  });

  test("refuses a journal that is not as long as it was left", async () => {
    const path = await journalWith("old\nof another\n");
    await expect(appendDurably(path, 4, "new\n")).rejects.toThrow("something else has written in it");
    expect(await readFile(path, "utf8")).toBe("old\nof another\n");
  });

  test("refuses a link, and a journal that is gone", async () => {
    const path = await journalWith("old\n");
    await symlink(path, `${path}-link`);
    await expect(appendDurably(`${path}-link`, 4, "new\n")).rejects.toMatchObject({ code: "cannot-store" });
    await expect(appendDurably(`${path}-gone`, 4, "new\n")).rejects.toMatchObject({ code: "cannot-store" });
    expect(await readFile(path, "utf8")).toBe("old\n");
  });
});
