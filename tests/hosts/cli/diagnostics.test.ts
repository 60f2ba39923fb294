import { expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

test("prints what a bug report needs, and no word of a note", async () => {
  const folder = await temporaryFolder();
  await runCommand(["notes", "add", "--title", "zebra", "--data-dir", folder]);
  const { code, stdout, stderr } = await runCommand(["diagnostics", "--data-dir", folder]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    version: "1.2.3",
    host: "command-line",
    packages: [{ id: "emn-ahq-1055", origin: "packaged", faults: 0 }],
    counts: { notes: 1 },
    problems: [],
  });
  expect(stdout).not.toContain("zebra");
  expect(stdout).not.toContain(folder);
});
