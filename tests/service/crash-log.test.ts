import { beforeAll, expect, test } from "vitest";
import { openProblemLog } from "../../src/service/problem-log.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { buildProgram, run } from "./child-program.ts";

let driver = "";
beforeAll(async () => {
  driver = await buildProgram("tests/safety/driver.ts");
}, 120_000);

test("a rejection that nobody handles ends a host as ever, and is in the log of its data folder", async () => {
  const folder = await temporaryFolder();
  const crashing = run(process.execPath, [driver, "crash", folder]);
  expect(await crashing.exitCode()).toBe(1);
  const recent = openProblemLog(folder, { host: "electron", version: "2.0.0" }).recent();
  expect(recent).toMatchObject([{ kind: "uncaught", name: "RangeError", host: "browser-mode", version: "1.2.3" }]);
  expect(JSON.stringify(recent)).not.toContain("zebra");
});
