import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { responseForms } from "../../../src/core/collection/response-template.ts";
import type { ReturnedAnswers } from "../../../src/core/collection/returned-answers.ts";
import { writeResponseWorkbook } from "../../../src/formats/write-response-workbook.ts";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { draftOf } from "../../fixtures/small-draft.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { unzip } from "../../fixtures/unzip.ts";

function filled(respondent: string, answer: string): Uint8Array {
  const answers = new Map([["1", { answer, codes: new Map(), summary: "" }]]);
  const returned: ReturnedAnswers = { respondent, dissemination: "public", answers };
  return writeResponseWorkbook(responseForms(draftOf(), returned));
}

async function folderOf(files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const folder = join(await temporaryFolder(), "returned");
  await mkdir(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

describe("ahq collect", () => {
  test("makes a package of the workbooks in a folder, and says who did not answer", async () => {
    const folder = await folderOf({
      "be.xlsx": filled("BE", "yes"),
      "fi.xlsx": filled("FI", "not-yet"),
      "~$fi.xlsx": "a lock",
      "mail.txt": "dear all",
    });
    const out = join(folder, "..", "package.zip");
    const { code, stdout, stderr } = await runCommand(["collect", folder, "--out", out]);
    expect([code, stderr]).toEqual([0, `2 answered of 3 asked; no answer: NO\n${out} written\n`]);
    expect(stdout).toContain("small-2 1.0.0: Small query, again\n2 respondents: BE FI\n");
    expect((await runCommand(["validate", out])).stdout).toBe(
      "small-2 1.0.0: no fault in 2 respondents, 2 questions, 4 responses\n",
    );
    expect((await unzip(await readFile(out)))["README.md"]).toMatch(/\| Asked +\| BE FI NO/);
  });

  test("prints what was understood as JSON", async () => {
    const folder = await folderOf({ "be.xlsx": filled("BE", "yes") });
    expect(await jsonOf("collect", folder)).toMatchObject({
      valid: true,
      file: null,
      answered: [{ respondent: "BE", file: "be.xlsx", row: null }],
      silent: ["FI", "NO"],
      remarks: [],
      id: "small-2",
    });
  });

  test("names every fault, and writes nothing", async () => {
    const folder = await folderOf({ "be.xlsx": filled("BE", "yes"), "be-2.xlsx": filled("BE", "not-yet") });
    const { code, stdout } = await runCommand(["collect", folder, "--out", join(folder, "p.zip"), "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      valid: false,
      faults: [
        { file: "be.xlsx", row: null, column: "", found: "BE", expected: "one answer a state; be-2.xlsx has another" },
      ],
    });
    expect(await readdir(folder)).not.toContain("p.zip");
  });

  test("names a file that is no workbook inside", async () => {
    const folder = await folderOf({ "be.xlsx": "no zip" });
    expect(await runCommand(["collect", folder])).toMatchObject({ code: 1, stderr: "1 fault\n" });
  });

  test("collects what export-package makes", async () => {
    const out = join(await temporaryFolder(), "workbooks.zip");
    await runCommand(["export-package", await smallFolder(), "--format", "workbooks", "--out", out]);
    expect(await jsonOf("collect", out)).toMatchObject({ id: "small", answered: [{ respondent: "BE" }, {}, {}] });
    expect((await readFile(out)).length).toBeGreaterThan(1000);
  });

  test("is where map sends a workbook that was returned, which add collects by itself", async () => {
    const folder = await folderOf({ "be.xlsx": filled("BE", "yes") });
    const { code, stderr } = await runCommand(["map", join(folder, "be.xlsx")]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("be.xlsx is a response workbook: ahq collect makes")]);
    expect((await runCommand(["add", join(folder, "be.xlsx"), "--dry-run"])).stdout).toContain("1 respondent: BE");
  });

  test("sends a package to where it belongs, and refuses a folder without workbooks", async () => {
    expect((await runCommand(["collect", join(await smallFolder(), "datapackage.json")])).code).toBe(1);
    const folder = await folderOf({ "a.txt": "" });
    expect((await runCommand(["collect", folder])).stderr).toBe(`ahq: ${folder} has no workbooks (.xlsx) in it\n`);
  });
});
