import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeDurably } from "../../src/service/durable-file.ts";
import { appendDurably } from "../../src/service/journal.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { tell } from "../fixtures/torture.ts";
import { buildProgram, run } from "../service/child-program.ts";
import { withFiles } from "../service/recorded-files.ts";

const SIZES = Array.from({ length: 50 }, (_, step) => step);
const OLD = "old\n".repeat(25);
const NEW = "new line\n".repeat(500);

/** A disk that takes so many bytes more, the last of them in a write that is cut short, as the kernel does it. */
function diskWith(free: number, code: "ENOSPC" | "EDQUOT") {
  let left = free;
  return withFiles((file) => ({
    write: async (bytes, offset, length, position) => {
      if (left === 0) throw Object.assign(new Error(`${code}: no room`), { code });
      const { bytesWritten } = await file.write(bytes, offset, Math.min(length, left), position);
      left -= bytesWritten;
      return { bytesWritten };
    },
  }));
}

const canMount = spawnSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs none /mnt"]).status === 0;

describe.each(["ENOSPC", "EDQUOT"] as const)("%s after any of 50 sizes", (code) => {
  const free = (step: number) => Math.floor((NEW.length * step) / SIZES.length);

  test("is reported by a save, which leaves the old bytes and nothing else", async () => {
    for (const step of SIZES) {
      const folder = await temporaryFolder();
      const path = join(folder, "file");
      await writeFile(path, OLD);
      const disk = diskWith(free(step), code);
      await expect(writeDurably(path, NEW, disk)).rejects.toMatchObject({
        code: "cannot-store",
        message: expect.stringContaining(code),
      });
      expect(await readFile(path, "utf8")).toBe(OLD);
      expect(await readdir(folder)).toEqual(["file"]);
    }
  });

  test("is reported by the journal, which is cut back to what it was", async () => {
    for (const step of SIZES) {
      const path = join(await temporaryFolder(), "journal");
      await writeFile(path, OLD);
      const refused = appendDurably(path, OLD.length, NEW, diskWith(free(step), code));
      await expect(refused).rejects.toMatchObject({ code: "cannot-store" });
      expect(await readFile(path, "utf8")).toBe(OLD);
    }
  });
});

describe.skipIf(!canMount)("a disk that is really full", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/safety/driver.ts");
  }, 120_000);

  test("at 50 sizes loses no acknowledged note and says so; a plain write on the same disks loses all", async () => {
    const disk = join(await temporaryFolder(), "disk");
    const sizes = SIZES.map((step) => String(8 + 4 * step));
    const filling = run("unshare", ["-rm", process.execPath, driver, "fill-disks", disk, ...sizes]);
    const [ours, plain] = [[], []] as [Filled[], Filled[]];
    for (const list of sizes.flatMap(() => [ours, plain])) list.push(JSON.parse((await filling.nextLine()) ?? "null"));
    expect(ours.filter(({ kept, acknowledged }) => kept !== acknowledged)).toEqual([]);
    expect(ours.filter(({ reported }) => !reported.includes("ENOSPC"))).toEqual([]);
    expect(ours.filter(({ temporary }) => temporary > 0)).toEqual([]);
    expect(ours.filter(({ acknowledged }) => acknowledged > 0).length).toBeGreaterThan(45);
    const lostPlainly = plain.filter(({ kept, acknowledged }) => kept < acknowledged).length;
    expect(lostPlainly).toBeGreaterThan(25);
    tell("disk-full", {
      sizes: sizes.length,
      acknowledged: ours.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
      lost: ours.reduce((sum, { kept, acknowledged }) => sum + acknowledged - kept, 0),
      unreported: ours.filter(({ reported }) => reported === "").length,
      "control: disks on which a plain write lost the file": lostPlainly,
    });
  }, 120_000);
});

interface Filled {
  readonly kibibytes: number;
  readonly acknowledged: number;
  readonly kept: number;
  readonly reported: string;
  readonly temporary: number;
}
