import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createOwnerLock } from "../../src/service/owner-lock.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { howOften, tell } from "../fixtures/torture.ts";
import { buildProgram, type Running, run } from "../service/child-program.ts";
import { added, changed } from "../service/edits.ts";

const HOSTS = ["electron", "browser-mode", "command-line"] as const;
const PAIRS = HOSTS.flatMap((first) => HOSTS.map((second) => [first, second] as const));
const UUID = /^[0-9a-f-]{36}$/;

let driver = "";
beforeAll(async () => {
  driver = await buildProgram("tests/safety/driver.ts");
}, 120_000);

async function linesOf(running: Running): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for (let line = await running.nextLine(); line !== null; line = await running.nextLine())
    lines.push(JSON.parse(line));
  return lines;
}

describe("two processes", () => {
  test.each(PAIRS)(
    "%s and %s at once: every note that one of them acknowledged is there",
    async (first, second) => {
      const folder = await temporaryFolder();
      const count = String(howOften(20, 300));
      const both = [first, second].map((host) => run(process.execPath, [driver, "add-as", folder, host, count]));
      const lines = (await Promise.all(both.map(linesOf))).flat();
      const acknowledged = lines.filter((line) => UUID.test(String(line)));
      expect(acknowledged.length).toBeGreaterThanOrEqual(Number(count));
      const service = await openService({
        places: { packagedData: join(folder, "none"), uiAssets: folder, userData: folder },
        powers: {},
        host: "electron",
        version: "1.2.3",
      });
      const kept = new Set((await service.listNotes({})).map(({ id }) => id));
      await service.close();
      expect(acknowledged.filter((id) => !kept.has(String(id)))).toEqual([]);
      tell("two-processes", { pair: `${first} and ${second}`, acknowledged: acknowledged.length, lost: 0 });
    },
    120_000,
  );

  test("lose what they acknowledged where nobody owns the file, and the check says so", async () => {
    const file = join(await temporaryFolder(), "notes.json");
    await writeFile(file, "[]");
    const both = [1, 2].map(() => run(process.execPath, [driver, "add-without-lock", file, "60"]));
    // Both at the same moment, however long each took to start.
    for (const running of both) await running.nextLine();
    await writeFile(`${file}.go`, "");
    const acknowledged = (await Promise.all(both.map(linesOf))).flat();
    const kept = new Set<unknown>(JSON.parse(await readFile(file, "utf8")));
    expect(acknowledged).toHaveLength(120);
    expect(acknowledged.filter((id) => !kept.has(id)).length).toBeGreaterThan(0);
  }, 120_000);
});

describe("a clock that jumps", () => {
  afterEach(() => void vi.useRealTimers());
  const hour = 3_600_000;

  test.each([-hour, hour])(
    "by %i ms keeps a living holder's folder, and gives a killed one's at once",
    async (jump) => {
      const folder = await temporaryFolder();
      const holder = run(process.execPath, [driver, "add-as", folder, "electron", "100000"]);
      await holder.nextLine();
      await holder.nextLine();
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + jump });
      const lock = createOwnerLock(folder, "command line");
      expect(await lock.claim()).toMatchObject({ kind: "reader" });
      await holder.kill();
      const before = performance.now();
      expect(await lock.claim()).toMatchObject({ kind: "owner" });
      expect(performance.now() - before).toBeLessThan(3_000);
    },
  );

  test("back by an hour between two edits keeps both, in their order", async () => {
    const folder = await temporaryFolder();
    const places = { packagedData: join(folder, "none"), uiAssets: folder, userData: folder };
    const open = () => openService({ places, powers: {}, host: "electron", version: "1.2.3" });
    const first = await open();
    const note = added("first");
    await first.editNote({ edit: note });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - hour });
    const earlier = { ...changed(note.id, 1, { title: "second" }), at: new Date().toISOString() };
    await first.editNote({ edit: earlier });
    await first.close();
    const again = await open();
    expect((await again.listNotes({})).map(({ title, revision }) => [title, revision])).toEqual([["second", 2]]);
    await again.close();
  });
});
