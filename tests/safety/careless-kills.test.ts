import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { buildProgram, run } from "../service/child-program.ts";

let driver = "";
beforeAll(async () => {
  driver = await buildProgram("tests/safety/driver.ts");
}, 120_000);

/** How many of the kills of a program that writes a large file over and over leave a file that is not whole. */
async function unreadableAfterKills(kills: number, way: "durably" | "plainly"): Promise<number> {
  const path = join(await temporaryFolder(), "file");
  let unreadable = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const writer = run(process.execPath, [driver, "write-forever", path, way]);
    await writer.nextLine();
    await pause((kill * 7) % 23);
    await writer.kill();
    const [first, middle = "", last] = (await readFile(path, "utf8")).split("\n");
    if (first !== last || middle.length !== 4_000_000) unreadable += 1;
  }
  return unreadable;
}

test("kills leave a whole file each time, where a plain write is caught in the middle", async () => {
  expect(await unreadableAfterKills(5, "durably")).toBe(0);
  expect(await unreadableAfterKills(25, "plainly")).toBeGreaterThan(0);
}, 120_000);
