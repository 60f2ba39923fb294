import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { textRows, workbookFile } from "../../fixtures/workbook-file.ts";

const TABLE = [
  "Member State,1. Do you monitor?,1. Comments,2. Which platforms?",
  'Belgium,Yes,"Since 2015, mostly.",Facebook; Twitter',
  "Greece,No,,Facebook",
  "Slovak Republic,No information,,",
  "Finland,,,VK; Twitter",
];

async function fileWith(name: string, lines: readonly string[]): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, `${lines.join("\r\n")}\r\n`);
  return path;
}

describe("ahq map", () => {
  test("shows what each column is and what each answer means, with how many states gave it", async () => {
    const { code, stdout, stderr } = await runCommand(["map", await fileWith("answers.csv", TABLE)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "4 respondents, 2 questions, no fault\n" });
    expect(stdout).toMatch(/^B +1\. Do you monitor\? +answer +1$/m);
    expect(stdout).toMatch(/^1 +q1 +no +○ Negative +No +1$/m);
    expect(stdout).toMatch(/^1 +q1 +no-answer +· Not mentioned +\(empty\) +1$/m);
    expect(stdout).toMatch(/^2 +q2-which-platforms +facebook +.* 2$/m);
  });

  test("says what of a workbook was read though it may not have been seen, of the sheet that is mapped alone", async () => {
    const rows = textRows([
      ["State", "1. Do you monitor?"],
      ["Belgium", "Yes"],
      ["Finland", "No"],
    ]);
    const sheets = [
      { name: "Answers", rows: rows.replace("<row>", '<row hidden="1">') },
      { name: "Lists", rows: textRows([["x"]]), state: "hidden" },
    ];
    const path = join(await temporaryFolder(), "answers.xlsx");
    await writeFile(path, workbookFile({ sheets }));
    const { stderr } = await runCommand(["map", path]);
    expect(stderr).toContain("answers.xlsx: Answers: hidden rows are read like the others (1)\n");
    expect(stderr).not.toContain("Lists");
  });

  test("says which rows are passed over as no state, and which other sheets name states", async () => {
    const path = await fileWith("answers.csv", [...TABLE, "Total,3,,"]);
    const passed = 'answers.csv row 6, column A (Member State): "Total": no state: the row is passed over\n';
    expect((await runCommand(["map", path])).stderr).toContain(passed);
    expect((await runCommand(["add", path, "--dry-run", "--data-dir", await temporaryFolder()])).stderr).toContain(
      passed,
    );
    const sheet = (name: string, state: string) => ({
      name,
      rows: textRows([
        ["State", "1. Do you monitor?"],
        [state, "Yes"],
      ]),
    });
    const book = join(await temporaryFolder(), "two.xlsx");
    await writeFile(book, workbookFile({ sheets: [sheet("Spring", "Belgium"), sheet("Autumn", "Finland")] }));
    const left = "of the sheets that name states this one is read; not read: ";
    expect((await runCommand(["map", book])).stderr).toContain(left);
    expect((await runCommand(["map", book, "--sheet", "Autumn"])).stderr).not.toContain(left);
  });

  test("writes a mapping that is applied again, and ends with 1 where it does not fit", async () => {
    const path = await fileWith("answers.csv", TABLE);
    const out = join(await temporaryFolder(), "mapping.json");
    expect((await runCommand(["map", path, "--out", out])).code).toBe(0);
    expect(JSON.parse(await readFile(out, "utf8"))).toEqual(await jsonOf("map", path));
    const other = await fileWith("other.csv", ["State,1. Do you monitor?", "Atlantis,Perhaps"]);
    const { code, stderr } = await runCommand(["map", other, "--mapping", out]);
    expect(code).toBe(1);
    expect(stderr).toContain('expected a column with the header "Member State"');
  });

  test("proposes codes for answers that a mapping does not know", async () => {
    const out = join(await temporaryFolder(), "mapping.json");
    await runCommand(["map", await fileWith("answers.csv", TABLE), "--out", out]);
    const other = await fileWith("other.csv", [TABLE[0] ?? "", "Latvia,Not yet,,VK"]);
    const { code, stdout } = await runCommand(["map", other, "--mapping", out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 +q1 +not-yet +○ Negative +Not yet +1$/m);
  });

  test.each([
    [["map", "/nowhere.csv"], "/nowhere.csv cannot be read"],
    [["map", "data/emn-ahq-1055/datapackage.json"], "cannot be read"],
  ])("says of %j what is wrong with it", async (given, message) => {
    expect(await runCommand(given)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
  });

  test("says what is wrong with a mapping", async () => {
    const mapping = await fileWith("mapping.json", ['{ "format": "ahq-wide-mapping" }']);
    const { code, stderr } = await runCommand(["map", await fileWith("a.csv", TABLE), "--mapping", mapping]);
    expect(code).toBe(1);
    expect(stderr).toContain("mapping.json, column columns");
  });
});

describe("ahq add of a wide table", () => {
  test("shows what was understood of it under the mapping that is proposed", async () => {
    const path = await fileWith("answers.csv", TABLE);
    const result = await jsonOf("add", path, "--id", "mine", "--dry-run");
    expect(result).toMatchObject([{ id: "mine", respondents: ["BE", "EL", "SK", "FI"], questions: ["1", "2"] }]);
  });

  test("names every fault with its place in the table, and adds nothing", async () => {
    const path = await fileWith("answers.csv", [...TABLE, "Atlantis,Yes,,"]);
    const { code, stderr } = await runCommand(["add", path, "--dry-run"]);
    expect(code).toBe(1);
    expect(stderr).toContain('answers.csv row 6, column A (Member State): found "Atlantis"');
  });

  test("that export-package wrote, with the mapping beside it, has the same codebook", async () => {
    const out = join(await temporaryFolder(), "query.csv");
    const { stderr } = await runCommand(["export-package", "--format", "wide", "--out", out]);
    expect(stderr).toContain("query.mapping.json written");
    const mapping = out.replace(".csv", ".mapping.json");
    const added = await jsonOf("add", out, "--mapping", mapping, "--id", "again", "--dry-run");
    const codes = JSON.stringify(added).match(
      /"variable":"monitoring","code":"[a-z-]+","meaning":"[a-z-]+","respondents":\d+/g,
    );
    expect(codes).toEqual([
      '"variable":"monitoring","code":"yes","meaning":"affirmative","respondents":15',
      '"variable":"monitoring","code":"other-areas","meaning":"negative","respondents":3',
      '"variable":"monitoring","code":"not-yet","meaning":"negative","respondents":1',
      '"variable":"monitoring","code":"no-information","meaning":"no-information","respondents":1',
    ]);
    expect(JSON.stringify(added)).toContain('"code":"google-maps","meaning":"neutral","respondents":null');
  });

  test("beside which a file of the mapping's name stands is not written at all", async () => {
    const out = join(await temporaryFolder(), "query.csv");
    await writeFile(out.replace(".csv", ".mapping.json"), "mine");
    const { code } = await runCommand(["export-package", "--format", "wide", "--out", out]);
    expect(code).toBe(1);
    await expect(readFile(out)).rejects.toThrow();
  });
});
