import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { edited, smallPackage } from "../../fixtures/small-package.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { entriesOf, zipFile } from "../../fixtures/zip-file.ts";

describe("ahq validate", () => {
  test("finds no fault in the packaged query, nor in a sound zip", async () => {
    const path = join(await temporaryFolder(), "small.zip");
    await writeFile(path, zipFile(entriesOf(smallPackage(), "small/")));
    expect(await jsonOf("validate", path)).toEqual({ valid: true, faults: [] });
    expect((await runCommand(["validate", "data/emn-ahq-1055"])).stdout).toContain("no fault in 20 respondents");
  });

  test("gives every fault with file, row, column, found and expected, and ends with 1", async () => {
    const folder = await smallFolder({
      ...edited("responses.csv", "1,BE,yes", "1,BE,maybe"),
      ...edited("respondents.csv", "western", "middle"),
    });
    const { code, stdout } = await runCommand(["validate", folder, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      valid: false,
      faults: expect.arrayContaining([
        {
          file: "respondents.csv",
          row: 2,
          column: "region",
          found: "middle",
          expected: expect.stringContaining("northern"),
        },
        {
          file: "responses.csv",
          row: 2,
          column: "answer",
          found: "maybe",
          expected: expect.stringContaining("yes, not-yet"),
        },
      ]),
    });
  });

  test("shows the faults as a table, and their number on stderr", async () => {
    const { code, stdout, stderr } = await runCommand([
      "validate",
      await smallFolder({ "codes.csv": null, "tensions.csv": null }),
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^File +Row +Column +Found +Expected$/m);
    expect(stdout).toMatch(/^codes\.csv +the file codes\.csv$/m);
    expect(stderr).toBe("2 faults\n");
  });

  test("gives a path at which there is nothing as a fault", async () => {
    const { code, stdout } = await runCommand(["validate", "/nowhere/at/all", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).faults).toEqual([
      { file: "/nowhere/at/all", row: null, column: "", found: "", expected: "a folder or a zip with a package in it" },
    ]);
  });
});
