import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { howOften, tell, tortureSeed } from "../fixtures/torture.ts";
import { buildProgram } from "../service/child-program.ts";
import { killEdits } from "./kill-edits.ts";

// `npm run torture -- --kills 1000` says how many; the tests take a few.
const KILLS = howOften(12, Number(process.env.AHQ_TORTURE_KILLS ?? 1000));

let driver = "";
beforeAll(async () => {
  driver = await buildProgram("tests/service/driver.ts");
}, 120_000);

test(
  "kills at random moments lose no acknowledged change of notes and drafts, and leave no file that cannot be read",
  async () => {
    const folder = await temporaryFolder();
    const report = await killEdits({ driver, folder, kills: KILLS, seed: tortureSeed });
    tell("kills", { ...report });
    const { acknowledged, ...damage } = report;
    expect(damage).toEqual({ kills: KILLS, lost: 0, unreadable: 0, strays: 0 });
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
  howOften(120_000, 3_600_000),
);
