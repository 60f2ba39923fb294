import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { unzip } from "../../fixtures/unzip.ts";

test("ahq goes from a suggestion to a note, a draft and a Word document", async () => {
  const folder = await temporaryFolder();
  const environment = { AHQ_DATA_DIR: join(folder, "data") };
  const run = (...given: readonly string[]) => runCommand(given, { environment });
  const [gap] = JSON.parse((await run("suggest", "--rule", "gap", "--json")).stdout);
  const note = (await run("suggest", "--accept", gap.id)).stdout.trim();
  const id = (
    await run("draft", "new", "--title", "Cooperation, again", "--launched", "2026-11-24", "--note", note)
  ).stdout.trim();
  const kept = JSON.parse((await run("draft", "show", id, "--json")).stdout);
  expect(kept.draft).toMatchObject({
    deadline: "2026-12-15",
    addressees: gap.respondents,
    questions: [{ wording: gap.title, notes: [note] }],
  });
  expect(kept.draft.questions[0].answers.map(({ code }: { code: string }) => code)).toContain("no-practice");
  const out = join(folder, "query.docx");
  expect((await run("draft", "export", "--out", out)).stderr).toContain("written");
  expect((await unzip(await readFile(out)))["word/document.xml"]).toContain(gap.title);
  expect((await run("draft", "export", "--out", join(folder, "query.xlsx"))).code).toBe(0);
  expect((await run("draft", "export", "--out", out)).code).toBe(1);
  expect((await run("draft", "list")).stdout).toContain("Cooperation, again");
});

test("ahq draft check says what may be wrong, and what was asked before", async () => {
  const environment = { AHQ_DATA_DIR: join(await temporaryFolder(), "data") };
  const run = (...given: readonly string[]) => runCommand(given, { environment });
  expect((await run("draft", "show")).stderr).toContain("there is no draft yet");
  const note = (
    await run("notes", "add", "--title", "Do authorities monitor social media on the internet for migrant smuggling?")
  ).stdout.trim();
  await run("draft", "new", "--note", note);
  const remarks = JSON.parse((await run("draft", "check", "--json")).stdout);
  expect(remarks.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(["no-title", "no-explanation-asked", "already-asked"]),
  );
  expect((await run("draft", "check")).stdout).toContain("already asked in 1055/3.1");
  expect((await run("draft", "export", "--format", "json")).stderr).toContain("the draft is not complete");
  expect((await run("draft", "export", "--format", "odt")).code).toBe(2);
});
