import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDraft } from "../../../src/core/notebook/query-draft.ts";
import { runCommand } from "../../fixtures/run-command.ts";
import { SMALL_DRAFT } from "../../fixtures/small-draft.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { unzip } from "../../fixtures/unzip.ts";

async function draftFolder(draft: unknown = SMALL_DRAFT): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "draft.json"), JSON.stringify(draft));
  return folder;
}

async function stringsOf(path: string): Promise<string> {
  return (await unzip(await readFile(path)))["xl/sharedStrings.xml"] ?? "";
}

describe("ahq template", () => {
  test("makes a workbook of a draft", async () => {
    const folder = await draftFolder();
    const out = join(folder, "template.xlsx");
    const { code, stderr } = await runCommand(["template", join(folder, "draft.json"), "--out", out]);
    expect([code, stderr]).toEqual([0, `${out} written\n`]);
    expect(await stringsOf(out)).toContain(">Do you watch the internet?</t>");
  });

  test("makes one for each addressee, who is filled in", async () => {
    const folder = await draftFolder();
    await runCommand(["template", join(folder, "draft.json"), "--each", "--out", join(folder, "out")]);
    expect(await readdir(join(folder, "out"))).toEqual(["small-2-BE.xlsx", "small-2-FI.xlsx", "small-2-NO.xlsx"]);
  });

  test("makes a draft of a list of questions, and says how it understood it", async () => {
    const folder = await temporaryFolder();
    const [questions, out] = [join(folder, "q.txt"), join(folder, "draft.json")];
    await writeFile(questions, "# title: On X\n1 Watching; Yes | No\n");
    const { stderr } = await runCommand(["template", "--questions", questions, "--out", out]);
    expect(stderr).toBe(
      `On X (on-x): 1 question\n1 Watching\n  ● Yes (affirmative)\n  ○ No (negative)\n${out} written\n`,
    );
    expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({ title: "On X", questions: [{ id: "1" }] });
  });

  test("makes the draft of a follow-up of a package", async () => {
    const out = join(await temporaryFolder(), "draft.json");
    await runCommand(["template", "--from", await smallFolder(), "--out", out]);
    const { draft } = readDraft(out, JSON.parse(await readFile(out, "utf8")));
    expect(draft).toMatchObject({ id: "small-follow-up", followUpOf: "small", launched: "" });
    expect(draft?.addressees).toEqual(["BE", "FI", "NO"].map((code) => ({ code, facts: null })));
    expect(draft?.questions[0]?.variables[0]?.codes.map(({ code }) => code)).toEqual(["facebook", "vk", "skype"]);
  });

  test("names every fault of a draft, and writes nothing", async () => {
    const folder = await draftFolder({ ...SMALL_DRAFT, id: "", questions: [] });
    const { code, stderr } = await runCommand([
      "template",
      join(folder, "draft.json"),
      "--out",
      join(folder, "t.xlsx"),
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain("draft.json, column id: ");
    expect(stderr).toContain("draft.json, column questions: ");
    expect(await readdir(folder)).toEqual(["draft.json"]);
  });

  test("refuses a state that is not asked", async () => {
    const folder = await draftFolder();
    const given = ["template", join(folder, "draft.json"), "--respondent", "SE", "--out", join(folder, "t.xlsx")];
    expect(await runCommand(given)).toMatchObject({
      code: 1,
      stderr: "ahq: SE is not among the addressees: BE, FI, NO\n",
    });
  });

  test("refuses an addressee of whom nothing is known but a code", async () => {
    const folder = await draftFolder({ ...SMALL_DRAFT, addressees: ["BE", "ZZ", "GR", "EL"] });
    const { code, stderr } = await runCommand([
      "template",
      join(folder, "draft.json"),
      "--out",
      join(folder, "t.xlsx"),
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('column addressees.1: found "ZZ", expected the code of a known state');
    expect(stderr).toContain(
      'column addressees.3: found "EL", expected a respondent of its own; addressees.2 is the same',
    );
  });

  test.each([
    [["draft.json"], "--out is missing"],
    [["--out", "t.xlsx"], "expected one of: a draft, --questions FILE, --from PACKAGE"],
    [["draft.json", "--out", "t.xlsx", "--layout", "cards"], "--layout cards: expected one of sheets, table"],
    [["draft.json", "--out", "t", "--each", "--respondent", "BE"], "--each and --respondent exclude each other"],
  ])("refuses %j", async (given, message) => {
    const { code, stderr } = await runCommand(["template", ...given]);
    expect(code).toBe(2);
    expect(stderr).toContain(`ahq: ${message}\n`);
  });
});
