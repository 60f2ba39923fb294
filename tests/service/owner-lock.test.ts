import { readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createOwnerLock } from "../../src/service/owner-lock.ts";
import type { OwnerRecord } from "../../src/service/owner-record.ts";
import { observeProcess } from "../../src/service/process-identity.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { buildProgram, type Running, run } from "./child-program.ts";

async function writeRecord(folder: string, number: number, changes: Partial<OwnerRecord>): Promise<void> {
  // Another process than this one, which runs all the while.
  const other = await observeProcess(process.ppid);
  const started = other.kind === "running" ? other.started : null;
  const record = { pid: process.ppid, started, hostname: hostname(), program: "desktop", nonce: "a", released: false };
  await writeFile(join(folder, `owner-${number}.json`), JSON.stringify({ ...record, ...changes }));
}

describe("one process", () => {
  test("owns a folder that nobody holds, and stays its owner", async () => {
    const lock = createOwnerLock(await temporaryFolder(), "desktop");
    expect(await lock.claim()).toEqual({ kind: "owner", isNew: true });
    expect(await lock.claim()).toEqual({ kind: "owner", isNew: false });
  });

  test("reads while another lock of the same process holds the folder, and owns it once that is released", async () => {
    const folder = await temporaryFolder();
    const [first, second] = [createOwnerLock(folder, "desktop"), createOwnerLock(folder, "command line")];
    await first.claim();
    expect(await second.claim()).toEqual({ kind: "reader", heldBy: `desktop (process ${process.pid})` });
    await first.release();
    expect(await second.claim()).toEqual({ kind: "owner", isNew: true });
    expect(await first.claim()).toMatchObject({ kind: "reader", heldBy: expect.stringContaining("command line") });
  });

  test("leaves a released file behind, and numbers only grow", async () => {
    const folder = await temporaryFolder();
    for (let round = 1; round <= 3; round++) {
      const lock = createOwnerLock(folder, "desktop");
      await lock.claim();
      await lock.release();
      expect(await readdir(folder)).toEqual([`owner-${round}.json`]);
      expect(JSON.parse(await readFile(join(folder, `owner-${round}.json`), "utf8"))).toMatchObject({ released: true });
    }
  });

  test("takes over from a number that is used again by a later process", async () => {
    const folder = await temporaryFolder();
    await writeRecord(folder, 4, { started: "an earlier boot/1" });
    expect(await createOwnerLock(folder, "desktop").claim()).toMatchObject({ kind: "owner" });
    expect(await readdir(folder)).toEqual(["owner-5.json"]);
  });

  test("takes over from an earlier process that had this one's number, of which the system tells nothing more", async () => {
    const folder = await temporaryFolder();
    await writeRecord(folder, 4, { pid: process.pid, started: null });
    expect(await createOwnerLock(folder, "desktop").claim()).toMatchObject({ kind: "owner" });
    await writeRecord(folder, 6, { started: null });
    expect(await createOwnerLock(folder, "desktop").claim()).toMatchObject({ kind: "reader" });
  });

  test("respects a holder on another computer and says how to get past it", async () => {
    const folder = await temporaryFolder();
    await writeRecord(folder, 4, { hostname: "elsewhere", pid: 999_999_999 });
    const claim = await createOwnerLock(folder, "desktop").claim();
    expect(claim).toMatchObject({ kind: "reader", heldBy: expect.stringMatching(/elsewhere.*delete owner-4\.json/) });
  });

  test.each(["", "{", "null", '{"pid":0}'])("takes over from a record that cannot be read: %j", async (content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "owner-9.json"), content);
    expect(await createOwnerLock(folder, "desktop").claim()).toMatchObject({ kind: "owner" });
    expect(await readdir(folder)).toEqual(["owner-10.json"]);
  });

  test("is owner no more once someone else was let past it", async () => {
    const folder = await temporaryFolder();
    const lock = createOwnerLock(folder, "desktop");
    await lock.claim();
    await writeRecord(folder, 2, { program: "command line" });
    expect(await lock.claim()).toMatchObject({ kind: "reader", heldBy: expect.stringContaining("command line") });
    await lock.release();
    expect(JSON.parse(await readFile(join(folder, "owner-1.json"), "utf8"))).toMatchObject({ released: false });
  });

  test("does not wait for ever on a claimer that was stopped in the middle of its claim", async () => {
    const folder = await temporaryFolder();
    await writeRecord(folder, 1, { program: "stopped" });
    await writeRecord(folder, 2, { released: true });
    const claim = await createOwnerLock(folder, "desktop").claim();
    expect(claim).toMatchObject({ kind: "reader", heldBy: expect.stringContaining("stopped") });
  });
});

describe("several processes", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/service/driver.ts");
  }, 120_000);

  const claimer = (folder: string): Running => run(process.execPath, [driver, "claim", folder]);
  const claimOf = async (running: Running): Promise<unknown> => JSON.parse((await running.nextLine()) ?? "null");

  test("a second process is told who holds the folder, and takes over at once when that is killed", async () => {
    const folder = await temporaryFolder();
    const holder = claimer(folder);
    expect(await claimOf(holder)).toMatchObject({ kind: "owner" });
    const lock = createOwnerLock(folder, "command line");
    expect(await lock.claim()).toEqual({ kind: "reader", heldBy: `desktop (process ${holder.process.pid})` });
    await holder.kill();
    expect(await lock.claim()).toEqual({ kind: "owner", isNew: true });
  });

  test("of 20 that claim at once exactly one owns the folder, on a new folder and after a killed holder", async () => {
    const folder = await temporaryFolder();
    for (const round of ["new", "after a kill"]) {
      const claimers = Array.from({ length: 20 }, () => claimer(folder));
      const claims = await Promise.all(claimers.map(claimOf));
      const owners = claims.filter((claim) => JSON.stringify(claim).includes('"owner"'));
      expect(owners, round).toHaveLength(1);
      expect(await readdir(folder), round).toHaveLength(1);
      await Promise.all(claimers.map((running) => running.kill()));
    }
  }, 120_000);

  test("many locks of one process that claim at once have one owner, round after round", async () => {
    const folder = await temporaryFolder();
    for (let round = 1; round <= 20; round++) {
      const locks = Array.from({ length: 10 }, () => createOwnerLock(folder, "desktop"));
      const claims = await Promise.all(locks.map((lock) => lock.claim()));
      expect(claims.filter(({ kind }) => kind === "owner")).toHaveLength(1);
      await Promise.all(locks.map((lock) => lock.release()));
    }
  });
});
