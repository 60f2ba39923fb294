import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test, type Workbench } from "./workbench.ts";

// A folder that has settings has something to back up.
test.use({ isFirstRun: true });

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

async function addNote(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("navigation", { name: "Screens" })).toBeVisible();
  await goTo(page, "/notebook?notebook=notes");
  await page.getByRole("button", { name: "New question", exact: true }).click();
  await page.getByLabel("Question", { exact: true }).fill(title);
  // What was saved before says so as well: the words are on their way once the list has them.
  await expect(notesOf(page)).toContainText(title);
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
}

/** Closes the workbench and opens it again once the backup is there that is made behind its opening. */
async function openAgain(workbench: Workbench): Promise<Page> {
  await workbench.close();
  const page = await workbench.open();
  await expect.poll(() => readdir(join(workbench.folder, "backups")).catch(() => [])).not.toEqual([]);
  return page;
}

const notesOf = (page: Page) => page.getByRole("list", { name: "Notes" });

test("a backup is restored after a question, and what gave way to it is a backup of its own", async ({ workbench }) => {
  await addNote(await workbench.open(), "Before the backup");
  const page = await openAgain(workbench);
  await addNote(page, "Behind the backup");
  await page.getByRole("tab", { name: "Sharing" }).click();
  const backups = page.getByRole("region", { name: "Backups" });
  await expect(backups.getByRole("listitem")).toHaveCount(1);
  await backups.getByRole("button", { name: /^Restore the backup of/ }).click();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await backups.getByRole("button", { name: "Cancel" }).click();
  await expect(backups.getByRole("button", { name: /in the place of everything/ })).toHaveCount(0);
  await backups.getByRole("button", { name: /^Restore the backup of/ }).click();
  await backups.getByRole("button", { name: "Put it in the place of everything now" }).click();
  await expect(backups.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("tab", { name: "Questions" }).click();
  await expect(notesOf(page)).toContainText("Before the backup");
  await expect(notesOf(page)).not.toContainText("Behind the backup");

  // The latest backup is of what gave way.
  await page.getByRole("tab", { name: "Sharing" }).click();
  await backups
    .getByRole("button", { name: /^Restore the backup of/ })
    .first()
    .click();
  await backups.getByRole("button", { name: "Put it in the place of everything now" }).click();
  await expect(backups.getByRole("listitem")).toHaveCount(3);
  await page.getByRole("tab", { name: "Questions" }).click();
  await expect(notesOf(page)).toContainText("Behind the backup");
});

test("a damaged notebook is set aside, its good lines go on, and the newest good backup is offered", async ({
  workbench,
}) => {
  const first = await workbench.open();
  await addNote(first, "A note that is lost");
  await addNote(first, "A note that stays");
  await openAgain(workbench);
  await workbench.close();
  const journal = join(workbench.folder, "notebook.jsonl");
  const whole = await readFile(journal, "utf8");
  await writeFile(journal, whole.replaceAll("A note that is lost", "A note that is LOST"));
  await rm(join(workbench.folder, "notebook-snapshot.json"), { force: true });

  const page = await workbench.open();
  const notices = page.getByRole("status");
  await expect(
    notices.filter({ hasText: /notebook\.jsonl was damaged: \d+ of its lines could not be read/ }),
  ).toContainText("The file as it was is kept as");
  const offer = notices.filter({ hasText: "The newest good backup is of" });
  const aside = (await readdir(workbench.folder)).filter((name) => name.startsWith("notebook.jsonl.damaged-"));
  expect(await readFile(join(workbench.folder, aside[0] ?? ""), "utf8")).toContain("A note that is LOST");
  await offer.getByRole("button", { name: "Open the backups" }).click();
  const backups = page.getByRole("region", { name: "Backups" });
  await backups
    .getByRole("button", { name: /^Restore the backup of/ })
    .last()
    .click();
  await backups.getByRole("button", { name: "Bring back what is missing here" }).click();
  await expect(page.getByText(/was added to what is here/)).toBeVisible();
  await expect(offer).toHaveCount(0);
  await page.getByRole("tab", { name: "Questions" }).click();
  await expect(notesOf(page)).toContainText("A note that is lost");
  await expect(notesOf(page)).toContainText("A note that stays");
});

test("everything of one's own goes to a new laptop as one file, and stays beside what is there", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await addNote(page, "From the old laptop");
  await page.getByRole("button", { name: "Ask it in the next query" }).click();
  await expect(page.getByRole("tabpanel").getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("tab", { name: "Sharing" }).click();
  await page.getByLabel("Your name, said with each of your changes").fill("Ana");
  const file = await workbench.saved(page, () =>
    page.getByRole("button", { name: "Save everything as one file" }).click(),
  );
  await workbench.close();

  await rm(workbench.folder, { recursive: true });
  await mkdir(workbench.folder);
  const fresh = await workbench.open();
  await addNote(fresh, "On the new laptop already");
  await fresh.keyboard.press("Control+k");
  await expect(fresh.getByRole("combobox", { name: /^Find a command/ })).toBeFocused();
  await fresh.keyboard.type("everything as one file");
  await fresh.keyboard.press("Enter");
  const own = fresh.getByRole("region", { name: "Everything of your own" });
  const chosen = { name: "mine.zip", mimeType: "application/zip", buffer: file };
  await own.locator('input[type="file"]').setInputFiles({ ...chosen, buffer: Buffer.from("no zip") });
  await own.getByRole("button", { name: "Add it to what is here" }).click();
  await expect(own.getByRole("alert")).toContainText("Nothing was changed");

  await own.locator('input[type="file"]').setInputFiles(chosen);
  await own.getByRole("button", { name: "Add it to what is here" }).press("Enter");
  const report = own.getByRole("status");
  await expect(report).toContainText("mine.zip was added to what is here");
  await expect(report).toContainText("Notes: 1 new, 0 changed, 0 as they were");
  await expect(report).toContainText("Drafts of queries: 1 new");
  await expect(fresh.getByLabel("Your name, said with each of your changes")).toHaveValue("Ana");
  await fresh.getByRole("tab", { name: "Questions" }).click();
  await expect(notesOf(fresh)).toContainText("From the old laptop");
  await expect(notesOf(fresh)).toContainText("On the new laptop already");
  await fresh.getByRole("tab", { name: "Next query" }).click();
  await expect(fresh.getByRole("button", { name: "1 From the old laptop" })).toBeVisible();

  // Said once: what was done is not said again.
  await fresh.reload();
  await fresh.getByRole("tab", { name: "Sharing" }).click();
  await expect(report).toBeEmpty();
});

test("a file for which a list here has no room changes nothing, and the screen says which list", async ({
  workbench,
}) => {
  const views = (from: number, count: number) =>
    JSON.stringify({
      version: 1,
      views: Array.from({ length: count }, (_, i) => ({
        id: `00000000-0000-4000-8000-${String(from + i).padStart(12, "0")}`,
        packageId: "emn-ahq-1055",
        name: `View ${from + i}`,
        address: "/explore",
      })),
    });
  await writeFile(join(workbench.folder, "views.json"), views(0, 3));
  const page = await workbench.open();
  await addNote(page, "Comes with the views");
  await page.getByRole("tab", { name: "Sharing" }).click();
  const file = await workbench.saved(page, () =>
    page.getByRole("button", { name: "Save everything as one file" }).click(),
  );
  await workbench.close();

  await rm(workbench.folder, { recursive: true });
  await mkdir(workbench.folder);
  await writeFile(join(workbench.folder, "settings.json"), JSON.stringify({ version: 1, knowsTour: true }));
  await writeFile(join(workbench.folder, "views.json"), views(1, 1999));
  const full = await workbench.open();
  await expect(full.getByRole("navigation", { name: "Screens" })).toBeVisible();
  await goTo(full, "/notebook?notebook=sharing");
  const own = full.getByRole("region", { name: "Everything of your own" });
  await own
    .locator('input[type="file"]')
    .setInputFiles({ name: "mine.zip", mimeType: "application/zip", buffer: file });
  await expect(own.getByText(/those that you changed on this computer stay/)).toBeVisible();
  await own.getByRole("button", { name: "Add it to what is here" }).click();
  // One of the three is the only one that is not here yet: it fits.
  await expect(own.getByRole("status")).toContainText("Saved views: 1 new, 2 as they were");

  await writeFile(join(workbench.folder, "views.json"), views(1, 2000));
  await own
    .locator('input[type="file"]')
    .setInputFiles({ name: "mine.zip", mimeType: "application/zip", buffer: file });
  await own.getByRole("button", { name: "Add it to what is here" }).click();
  await expect(own.getByRole("alert")).toContainText("Nothing was changed.");
  await expect(own.getByRole("alert")).toContainText(
    'mine.zip: views.json: found "2000 views here, and 1 to be added", expected at most 2000 views together: remove 1 here',
  );
});
