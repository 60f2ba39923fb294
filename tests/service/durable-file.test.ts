import * as nodeFiles from "node:fs/promises";
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ApiError } from "../../src/api/api-error.ts";
import {
  type DurableFiles,
  type OpenFile,
  temporaryPath,
  writeAll,
  writeDurably,
} from "../../src/service/durable-file.ts";
import { copyAside, removeStrayTemporaryFiles, setAside } from "../../src/service/set-aside.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { buildProgram, run } from "./child-program.ts";
import { recordedFiles, withFiles } from "./recorded-files.ts";

describe("writing durably", () => {
  test("writes a new file for its owner alone", async () => {
    const path = join(await temporaryFolder(), "new.json");
    await writeDurably(path, "Grüße");
    expect(await readFile(path, "utf8")).toBe("Grüße");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test("keeps the mode of a file that is there, whatever the umask", async () => {
    const path = join(await temporaryFolder(), "old.json");
    await writeFile(path, "old");
    await chmod(path, 0o664);
    await writeDurably(path, "new");
    expect((await stat(path)).mode & 0o777).toBe(0o664);
  });

  test("refuses a symbolic link and leaves what it leads to", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "target"), "precious");
    await symlink(join(folder, "target"), join(folder, "link"));
    await expect(writeDurably(join(folder, "link"), "new")).rejects.toThrow(
      /link could not be stored: it is a symbolic link/,
    );
    expect(await readFile(join(folder, "target"), "utf8")).toBe("precious");
    expect((await lstat(join(folder, "link"))).isSymbolicLink()).toBe(true);
  });

  test("refuses a folder as a file", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "sub"));
    await expect(writeDurably(join(folder, "sub"), "new")).rejects.toThrow("it is no file");
  });

  test("names path and cause where it fails", async () => {
    const path = join(await temporaryFolder(), "missing", "file.json");
    const error = await writeDurably(path, "new").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "cannot-store", message: expect.stringContaining(path) });
    expect(error).toMatchObject({ message: expect.stringContaining("ENOENT") });
  });

  test("flushes the file before the rename and the folder after it", async () => {
    const folder = await temporaryFolder();
    const calls: string[] = [];
    await writeDurably(join(folder, "file"), "content", recordedFiles(calls));
    expect(calls).toEqual(["open temporary", "write", "sync", "close", "rename", "open", "sync", "close"]);
  });

  test("writes on until every byte is out, however few the system takes", async () => {
    const taken: number[] = [];
    const sink = Buffer.alloc(10);
    const slow: OpenFile["write"] = async (bytes, from, length, position) => {
      const count = Math.min(3, length);
      sink.set(bytes.subarray(from, from + count), position);
      taken.push(count);
      return { bytesWritten: count };
    };
    await writeAll({ write: slow }, Buffer.from("0123456789"), 0);
    expect(sink.toString()).toBe("0123456789");
    expect(taken).toEqual([3, 3, 3, 1]);
  });

  test.each(["write", "sync", "rename"] as const)(
    "keeps the old bytes and no temporary file when %s fails",
    async (call) => {
      const folder = await temporaryFolder();
      const path = join(folder, "file");
      await writeFile(path, "old");
      await expect(writeDurably(path, "new", failing(call))).rejects.toThrow(`${call} failed`);
      expect(await readFile(path, "utf8")).toBe("old");
      expect(await readdir(folder)).toEqual(["file"]);
    },
  );

  test("reports a write that takes nothing", async () => {
    const path = join(await temporaryFolder(), "file");
    await expect(writeDurably(path, "new", short())).rejects.toThrow("only 0 of 3 bytes could be written");
  });
});

describe("processes that are limited or killed", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/service/driver.ts");
  }, 120_000);

  test("a file that no longer fits on the disk is reported, and the old bytes stay", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "file");
    await writeFile(path, "old");
    const limited = run("bash", [
      "-c",
      `ulimit -f 8; exec "${process.execPath}" "${driver}" save-once "${path}" 100000`,
    ]);
    expect(await limited.nextLine()).toMatch(/could not be stored: EFBIG/);
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["file"]);
  });

  test("20 kills during saves leave a whole file each time, and no temporary file after the next start", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "file");
    for (let kill = 1; kill <= 20; kill++) {
      const saver = run(process.execPath, [driver, "save-forever", path]);
      let acknowledged = 0;
      for (let count = 0; count < kill % 7; count++) acknowledged = Number(await saver.nextLine());
      await saver.kill();
      for (let line = await saver.nextLine(); line !== null; line = await saver.nextLine()) acknowledged = Number(line);
      if (acknowledged > 0) expect(numberIn(await readFile(path, "utf8"))).toBeGreaterThanOrEqual(acknowledged);
      await removeStrayTemporaryFiles(folder);
      expect((await readdir(folder)).filter((name) => name !== "file")).toEqual([]);
      await nodeFiles.rm(path, { force: true });
    }
  }, 120_000);
});

describe("setting aside", () => {
  test("renames a damaged file with the time in its name", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "settings.json"), "{bad");
    const aside = await setAside(join(folder, "settings.json"));
    expect(aside).toMatch(/settings\.json\.damaged-\d{8}T\d{6}\.\d{3}Z$/);
    expect(await readFile(aside, "utf8")).toBe("{bad");
    expect(await readdir(folder)).toHaveLength(1);
  });

  test("never takes the name of an earlier one", async () => {
    const path = join(await temporaryFolder(), "file");
    const copies = [];
    for (const content of ["a", "b", "c", "d"]) copies.push(await copyAside(path, Buffer.from(content)));
    expect(await Promise.all(copies.map((copy) => readFile(copy, "utf8")))).toEqual(["a", "b", "c", "d"]);
  });

  test("removes the temporary files of processes that ended and leaves all others", async () => {
    const folder = await temporaryFolder();
    const living = `.file.${process.ppid}-0123456789ab.tmp`;
    const strays = [".file.999999999-0123456789ab.tmp", temporaryPath("file")];
    for (const name of [...strays, living, ".other.tmp", "file.tmp"]) await writeFile(join(folder, name), "");
    await removeStrayTemporaryFiles(folder);
    expect((await readdir(folder)).sort()).toEqual([living, ".other.tmp", "file.tmp"].sort());
  });
});

function numberIn(content: string): number {
  const [first, middle, last] = content.split("\n");
  expect(last).toBe(first);
  expect(middle).toBe(String(first).repeat(20_000));
  return Number(first);
}

function failing(call: "write" | "sync" | "rename"): DurableFiles {
  const fail = async (): Promise<never> => {
    throw new Error(`${call} failed`);
  };
  if (call === "rename") return { ...nodeFiles, rename: fail };
  return withFiles(() => (call === "write" ? { write: fail } : { sync: fail }));
}

function short(): DurableFiles {
  return withFiles(() => ({ write: async () => ({ bytesWritten: 0 }) }));
}
