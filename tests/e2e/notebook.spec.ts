import { spawn } from "node:child_process";
import { once } from "node:events";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { test } from "./workbench.ts";

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

test("a suggestion becomes a note, the note a question of the next query, and that a Word document, by keyboard alone", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await expect(page.getByRole("table").first()).toBeVisible();
  await page.keyboard.press("Control+4");
  await page.getByRole("tab", { name: "Questions" }).press("ArrowRight");
  await page.getByRole("tab", { name: "Board" }).press("ArrowRight");
  const accept = page.getByRole("button", { name: /^To the notebook: / }).first();
  const title = ((await accept.getAttribute("aria-label")) ?? "").replace("To the notebook: ", "");
  await accept.press("Enter");
  const outcome = page.getByRole("status").filter({ hasText: "In the notebook" });
  await expect(outcome).toContainText(title);
  await expect(page.getByRole("button", { name: `To the notebook: ${title}` })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^To the notebook: / }).first()).toBeFocused();
  await outcome.getByRole("button", { name: "Open it" }).press("Enter");

  const note = page.getByRole("region", { name: "Note", exact: true });
  await expect(note.getByLabel("Question", { exact: true })).toHaveValue(title);
  await note.getByRole("button", { name: "Ask it in the next query" }).press("Enter");

  // What was asked for in the moment of leaving the note is saved all the same.
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");

  const questions = page.getByRole("region", { name: "Questions of the query" });
  await expect(questions.getByRole("button", { name: `1 ${title}` })).toBeVisible();
  await page.getByLabel("Title", { exact: true }).focus();
  await page.keyboard.type("evidence on social media");
  await page.getByRole("button", { name: /^Three weeks/ }).press("Enter");
  await questions.getByRole("button", { name: "New question" }).press("Enter");
  await questions.getByLabel("What is asked").focus();
  await page.keyboard.type("Do you monitor closed groups?");
  await expect(questions.getByText("Yes or no alone tells little")).toBeVisible();
  const added = questions.getByRole("button", { name: "2 Do you monitor closed groups?" });
  await added.press("Alt+ArrowUp");
  await expect(questions.getByRole("button", { name: "1 Do you monitor closed groups?" })).toBeFocused();
  await expect(page.getByRole("tabpanel").getByText("Saved", { exact: true })).toBeVisible();

  const document = await workbench.saved(page, async () => {
    await page.getByRole("button", { name: "Export the query" }).press("Enter");
    await page.getByRole("menuitem", { name: "Word document" }).press("Enter");
  });
  const part = unzipSync(document)["word/document.xml"];
  if (part === undefined) throw new Error("the document has no text");
  const text = strFromU8(part).replaceAll(/<[^>]+>/g, " ");
  expect(text).toContain("evidence on social media");
  expect(text.indexOf("Do you monitor closed groups?")).toBeLessThan(text.indexOf(title));
  expect(text.indexOf("Do you monitor closed groups?")).toBeGreaterThan(0);

  await workbench.close();
  const again = await workbench.open();
  await goTo(again, "/notebook?notebook=draft");
  await expect(again.getByRole("button", { name: "1 Do you monitor closed groups?" })).toBeVisible();
});

test("what is written in a note runs nothing, fetches nothing and leads nowhere unasked", async ({ workbench }) => {
  const page = await workbench.open();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss().catch(() => undefined);
  });
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  const body = page.getByLabel("Notes (Markdown)");
  await body.fill(
    [
      "<script>alert(1)</script><img src=https://evil.example/p.png onerror=alert(1)>",
      "![p](https://evil.example/p.png) [a](javascript:alert(1)) [b](https://evil.example/)",
      '<iframe src="https://evil.example/"></iframe> <meta http-equiv="refresh" content="0;url=https://evil.example/">',
      "",
      "**read to the end**",
    ].join("\n"),
  );
  const preview = page.getByRole("region", { name: "As it reads" });
  await expect(preview.getByText("read to the end")).toBeVisible();
  const before = page.url();
  await preview.getByRole("button", { name: "b", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Open this address in your browser?" });
  await expect(question).toContainText("https://evil.example/");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  expect(page.url()).toBe(before);
  expect(dialogs).toEqual([]);
  expect(workbench.outside).toEqual([]);
});

test("edits of notes are undone and done again in the window's one history", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  const title = page.getByLabel("Question", { exact: true });
  await title.fill("Which tools?");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(title).toHaveValue("New question");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(title).toHaveValue("Which tools?");
  await page.getByRole("button", { name: "Move to trash" }).click();
  await expect(page.getByRole("button", { name: "Trash (1)" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Trash (1)" })).toHaveCount(0);
});

test("a card is moved on the board by keys and keeps the focus", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  await page.getByRole("tab", { name: "Board" }).click();
  const card = page.getByRole("button", { name: /^New question/ });
  await card.press("Shift+ArrowRight");
  await expect(page.getByRole("region", { name: "Drafted: 1" }).getByRole("button")).toBeFocused();
  await card.press("Enter");
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("Drafted");
});

test("a card is dragged to another column, and a question of the next query to another's place", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  await page.getByRole("tab", { name: "Board" }).click();
  await page.locator("[data-note]").dragTo(page.getByRole("region", { name: "Asked: 0" }));
  await expect(page.getByRole("region", { name: "Asked: 1" }).locator("[data-note]")).toBeVisible();

  await page.getByRole("tab", { name: "Next query" }).click();
  const questions = page.getByRole("region", { name: "Questions of the query" });
  for (const wording of ["Which platforms?", "Which groups?"]) {
    await questions.getByRole("button", { name: "New question" }).click();
    await questions.getByLabel("What is asked").fill(wording);
    await questions.locator('[data-question][aria-expanded="true"]').click();
  }
  await questions
    .getByTitle("Drag to its place")
    .last()
    .dragTo(questions.getByRole("button", { name: "1 Which platforms?" }));
  await expect(questions.getByRole("button", { name: "1 Which groups?" })).toBeVisible();
  await expect(questions.getByRole("button", { name: "2 Which platforms?" })).toBeVisible();
});

test("notes go to a colleague as a file, and what both changed stands side by side until it is settled", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  const title = page.getByLabel("Question", { exact: true });
  await title.fill("Which tools?");
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
  await page.getByRole("tab", { name: "Sharing" }).click();
  const file = await workbench.saved(page, () => page.getByRole("button", { name: "Save all notes" }).click());
  // A colleague goes on from the version that was sent, while it is changed here.
  const shared = JSON.parse(file.toString("utf8"));
  const [note] = shared.notes;
  const parents = [note.changes.at(-1).version];
  note.changes.push({
    version: "0123456789abcdef0123456789abcdef",
    parents,
    kind: "change",
    at: "2099-01-01T00:00:00.000Z",
    by: "Colleague",
    fields: { title: "Which crawlers?" },
  });
  await page.getByRole("tab", { name: "Questions" }).click();
  await title.fill("Which web tools?");
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
  await page.getByRole("tab", { name: "Sharing" }).click();
  const merged = { name: "notes.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(shared)) };
  await page.getByRole("region", { name: "From a colleague" }).locator('input[type="file"]').setInputFiles(merged);
  const report = page.getByRole("status").filter({ hasText: "0 new, 1 changed" });
  await expect(report).toContainText("to be settled (1)");
  await report.getByRole("button", { name: "Which crawlers?" }).first().click();
  await expect(page.getByText("Written by two at the same time")).toBeVisible();
  await page.getByRole("button", { name: "Keep question of someone" }).click();
  await expect(title).toHaveValue("Which web tools?");
  await expect(page.getByText("Written by two at the same time")).toBeHidden();
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the notebook in the ${scheme} scheme`, async ({ workbench }) => {
    const page = await workbench.open();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await goTo(page, "/notebook?notebook=suggestions");
    await page
      .getByRole("button", { name: /^To the notebook: / })
      .first()
      .click();
    await page.getByRole("button", { name: "Open it" }).click();
    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("button", { name: "Ask it in the next query" }).click();
    for (const [part, shows] of [
      ["draft", "Export the query"],
      ["suggestions", "Tensions"],
      ["sharing", "Merge a file of notes"],
      ["board", "Dropped"],
      ["notes", "Move to trash"],
    ]) {
      await goTo(page, `/notebook?notebook=${part}&note=`);
      if (part === "notes") await page.locator("[data-row]").first().click();
      await expect(page.getByText(shows ?? "").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${part}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    }
  });
}

test("a question cites a saved view, which it opens, and the view says so", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/explore");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByLabel("Name for what is on screen").fill("All the answers");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("button", { name: "Views 1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  await page.getByRole("combobox", { name: /^Add a link/ }).fill("all answers");
  await page.getByRole("option", { name: "View All the answers" }).click();
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
  await page.getByRole("button", { name: "All the answers", exact: true }).click();
  await expect(page.getByRole("heading", { name: /20 states, 140 responses/ })).toBeVisible();
  await page.getByRole("button", { name: "Views 1" }).click();
  await page.getByRole("button", { name: "1 follow-up question about All the answers" }).click();
  await page.getByRole("menuitem", { name: /^New question/ }).click();
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue("New question");
});

test("every version of a note is there to be restored, and a note comes back from the trash", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  const title = page.getByLabel("Question", { exact: true });
  await title.fill("The first words");
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
  await title.fill("Other words");
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
  await page.getByRole("button", { name: "History" }).click();
  const versions = page.getByRole("listitem").filter({ has: page.getByRole("time") });
  await expect(versions).toHaveCount(3);
  await versions
    .filter({ hasText: "The first words" })
    .getByRole("button", { name: /^Restore the version of/ })
    .click();
  await expect(title).toHaveValue("The first words");
  await expect(versions).toHaveCount(4);

  await page.getByRole("button", { name: "Move to trash" }).click();
  await page.getByRole("button", { name: "Trash (1)" }).click();
  await page.getByRole("button", { name: "Restore The first words" }).click();
  await expect(page.getByRole("list", { name: "Notes" })).toContainText("The first words");
});

test("a suggestion that was dismissed stays away, and is brought back on request", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/notebook?notebook=suggestions");
  const dismiss = page.getByRole("button", { name: /^Dismiss: / }).first();
  const title = ((await dismiss.getAttribute("aria-label")) ?? "").replace("Dismiss: ", "");
  await dismiss.press("Enter");
  const offered = page.getByRole("button", { name: `To the notebook: ${title}`, exact: true });
  await expect(offered).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Dismissed (1)" })).toBeVisible();
  await expect(offered).toHaveCount(0);
  await page.getByRole("button", { name: "Dismissed (1)" }).click();
  await page.getByRole("button", { name: `Bring back: ${title}` }).click();
  await expect(offered).toHaveCount(1);
});

test("while another process has the data folder it is read only, and that process is named", async ({ workbench }) => {
  const holder = spawn(process.execPath, ["out/hosts/browser-mode.js", "--no-open", "--data-dir", workbench.folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  const page = await workbench.open();
  const notice = page.getByRole("status").filter({ hasText: "Reading only" });
  await expect(notice).toContainText(`browser mode (process ${holder.pid}`);
  await goTo(page, "/notebook");
  await page.getByRole("button", { name: "New question" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toContainText("the data folder is open in");

  const ended = once(holder, "exit");
  holder.kill("SIGINT");
  await ended;
  await page.getByRole("button", { name: "Read the notebook again" }).click();
  await page.reload();
  await expect(notice).toHaveCount(0);
});

test("many notes are chosen and changed at once, which is one step to undo", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/notebook");
  for (const title of ["Which tools?", "Which groups?"]) {
    await page.getByRole("button", { name: "New question" }).click();
    await page.getByLabel("Question", { exact: true }).fill(title);
    await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
    await page.getByRole("checkbox", { name: `Choose ${title}` }).check();
  }
  const chosen = page.getByRole("region", { name: "Chosen notes" });
  await chosen.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitem", { name: "Ready" }).click();
  await chosen.getByRole("button", { name: "Priority" }).click();
  await page.getByRole("menuitem", { name: "High" }).click();
  const notes = page.getByRole("list", { name: "Notes" });
  await expect(notes.getByText("high priority")).toHaveCount(2);
  await expect(notes.getByText("Ready")).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(notes.getByText("high priority")).toHaveCount(0);
  await expect(notes.getByText("Ready")).toHaveCount(2);
});
