import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { edited, smallDescriptor, smallPackage } from "../../fixtures/small-package.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { writeFiles } from "../../fixtures/write-files.ts";

describe("a package that is named", () => {
  test("is a folder or zip by its path", async () => {
    expect(await jsonOf("respondents", await smallFolder())).toHaveLength(3);
  });

  test("is the only one of the library where none is named", async () => {
    const packagedData = await temporaryFolder();
    await writeFiles(join(packagedData, "small"), smallPackage());
    expect((await runCommand(["respondents"], { packagedData })).stderr).toContain("3 of 3 states");
  });

  test("has to be named where there are several and none is the usual one", async () => {
    const packagedData = await temporaryFolder();
    await writeFiles(join(packagedData, "a"), smallPackage());
    await writeFiles(join(packagedData, "b"), smallPackage({ "datapackage.json": smallDescriptor({ name: "other" }) }));
    const { code, stderr } = await runCommand(["respondents"], { packagedData });
    expect(code).toBe(1);
    expect(stderr).toContain("Which package? The library has other, small.");
  });

  test("is refused by name where there is none, with those there are", async () => {
    const { code, stderr } = await runCommand(["respondents", "emn-ahq-1"]);
    expect(code).toBe(1);
    expect(stderr).toContain("There is no package emn-ahq-1; the library has emn-ahq-1055.");
  });

  test("is refused with its faults where it has any", async () => {
    const { code, stdout, stderr } = await runCommand([
      "respondents",
      await smallFolder(edited("responses.csv", "1,BE,yes", "1,BE,maybe")),
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain('responses.csv row 2, column answer: found "maybe"');
  });

  test("is out of reach where the data folder is none", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const { code, stderr } = await runCommand(["packages", "--data-dir", file]);
    expect(code).toBe(1);
    expect(stderr).toContain(`The packages in ${join(file, "packages")} cannot be read: `);
  });
});
