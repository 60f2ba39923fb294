import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallPackage } from "../../fixtures/small-package.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { writeFiles } from "../../fixtures/write-files.ts";

describe("ahq packages", () => {
  test("lists each package with its origin as JSON", async () => {
    expect(await jsonOf("packages")).toEqual([
      {
        id: "emn-ahq-1055",
        title: "EMN ad-hoc query 1055: social media in migrant smuggling",
        respondents: 20,
        questions: 7,
        version: "1.0.0",
        origin: "packaged",
        file: null,
        source: expect.stringContaining("1055"),
        followUpOf: null,
        size: expect.any(Number),
        added: null,
      },
    ]);
  });

  test("lists the data folder's packages too, and says on stderr what is wrong with them", async () => {
    const folder = await temporaryFolder();
    await writeFiles(join(folder, "packages", "own"), smallPackage({ "codes.csv": null }));
    const { code, stdout, stderr } = await runCommand(["packages", "--data-dir", folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^small .* user +\d{4}-\d\d-\d\d$/m);
    expect(stderr).toContain("small cannot be opened: codes.csv");
  });
});
