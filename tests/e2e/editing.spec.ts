import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** Copies the packaged query and opens a response of the copy to be edited. */
async function editCopy(page: Page, response: string): Promise<void> {
  await expect(page.getByRole("table")).toBeVisible();
  await go(page, `/overview?response=${response}`);
  await page.getByRole("button", { name: "Copy to edit" }).click();
  await expect(page.getByRole("textbox", { name: "Id" })).toHaveValue("emn-ahq-1055-copy");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: field, exact: true }).click();
  await page.getByRole("option", { name: option }).click();
}

test("an answer is corrected, and every count, window and note knows", async ({ workbench }) => {
  const page = await workbench.open();
  await editCopy(page, "3.1/BE");
  await page.getByLabel("New follow-up question").fill("Since when?");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const cell = page.getByRole("table").locator('[data-cell="0:0"]');
  await expect(cell).toContainText("Yes");

  await choose(page, "Answer", /Not yet/);
  await expect(cell).toContainText("Not yet");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await go(page, "/explore");
  await expect(page.getByRole("button", { name: "Monitors the internet: Yes, 14 of 20 states" })).toBeVisible();

  await go(page, "/notebook");
  await page.getByRole("button", { name: /Since when/ }).click();
  await expect(page.getByRole("region", { name: "About" })).toContainText("changed");

  await page.getByRole("button", { name: "Undo" }).click();
  await go(page, "/explore");
  await expect(page.getByRole("button", { name: "Monitors the internet: Yes, 15 of 20 states" })).toBeVisible();
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(page.getByRole("button", { name: "Monitors the internet: Yes, 14 of 20 states" })).toBeVisible();
  expect(workbench.outside).toEqual([]);
});

test("what cannot be stored stays on screen with what is wrong, and an edit against the source asks why", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await editCopy(page, "3.2/BE");
  const place = page.getByRole("textbox", { name: "Place in the source", exact: true });
  await place.fill("¶");
  await place.press("Enter");
  await expect(page.getByText("expected section, paragraph, bullet or footnote")).toBeVisible();
  await page.getByRole("button", { name: "Next state" }).click();
  await page.getByRole("button", { name: "Previous state" }).click();
  await expect(place).toHaveValue("¶");
  await place.fill("3.2 ¶9");
  await place.press("Enter");
  await expect(page.getByText("expected section, paragraph, bullet or footnote")).toBeHidden();

  await choose(page, "Answer", /No findings/);
  await expect(page.getByRole("alert")).toContainText("It prints “eleven” for 3.2");
  const cell = page.getByRole("table").locator('[data-cell="0:1"]');
  await expect(cell).toContainText("Yes");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await page.getByRole("textbox", { name: "Why do they differ?" }).fill("Belgium wrote again.");
  await page.getByRole("button", { name: "Save with this caveat" }).click();
  await expect(cell).toContainText("No findings");
  await expect(page.getByRole("alert")).toBeHidden();
});

test("a code is given in one window, and another window shows it", async ({ workbench }, { project }) => {
  test.skip(project.name === "electron", "the desktop has one window");
  const page = await workbench.open();
  await editCopy(page, "3.1/BE");
  const [other] = await Promise.all([page.waitForEvent("popup"), page.evaluate(() => void open(location.href))]);
  const panel = other.getByRole("complementary", { name: "Response 3.1 BE" });
  await expect(panel).toContainText("Facebook");
  await expect(panel).not.toContainText("Twitter");
  await page.getByRole("checkbox", { name: "Twitter" }).check();
  await expect(page.getByLabel("Place in the source: Twitter")).toHaveValue("3.1 ¶1;3.1 ¶4");
  await expect(panel).toContainText("Twitter");
});

test("a variable is derived, counted, filtered by and taken back", async ({ workbench }) => {
  const page = await workbench.open();
  await editCopy(page, "3.1/BE");
  await go(page, "/sources");
  await page.getByRole("tab", { name: "Derived variables" }).click();
  await page.getByRole("combobox", { name: "Made from" }).click();
  await page.getByRole("option", { name: "Monitors the internet" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "Yes becomes" }).fill("Watches");
  await page.getByRole("combobox", { name: "Only other areas becomes" }).fill("Watches");
  await page.getByRole("combobox", { name: "No information becomes" }).fill("Watches");
  await expect(page.getByRole("region", { name: "Preview" })).toContainText(
    "No information: expected a code of its own",
  );
  await page.getByRole("combobox", { name: "No information becomes" }).fill("");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Preview" }).getByRole("row", { name: /^Watches 18/ })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Preview" }).getByRole("row", { name: /^Not known 1 LU/ }),
  ).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Watching at all");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await page.getByRole("button", { name: "Make the variable" }).click();
  await expect(page.getByRole("article", { name: "Watching at all" })).toBeVisible();

  await go(page, "/explore?where=watching-at-all:watches");
  const filter = page.getByRole("region", { name: "Filter in words" });
  await expect(filter).toContainText("18 of 20 states");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(filter).toContainText("20 of 20 states");
  await page.getByText("Pictures", { exact: true }).click();
  await page.getByText("Codes together", { exact: true }).click();
  await choose(page, "Variable whose codes are shown", /Watching at all/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Cards", { exact: true }).click();
  await expect(page.getByText("Watching at all")).toHaveCount(0);

  await go(page, "/sources");
  await page.getByRole("tab", { name: "Changes" }).click();
  await expect(page.getByRole("table")).toContainText("2 changes");
  await expect(page.getByRole("row", { name: /^2 / })).toContainText("removed");
});

test("the codebook is corrected, and a code added", async ({ workbench }) => {
  const page = await workbench.open();
  await editCopy(page, "3.1/BE");
  await go(page, "/sources");
  await page.getByRole("tab", { name: "Codebook" }).click();
  await page.getByRole("main").getByRole("button", { name: "Edit", exact: true }).click();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await page.getByLabel("Label of not-yet").fill("Not so far");
  await page.getByLabel("Label of not-yet").press("Enter");
  await page.getByLabel("Label of a new code of Platforms monitored").fill("Télégramme");
  await page.getByLabel("Definition of a new code of Platforms monitored").fill("Telegram is named as monitored.");
  await page.getByRole("region", { name: "Platforms monitored" }).getByRole("button", { name: "Add" }).click();
  await expect(page.getByLabel("Label of telegramme")).toHaveValue("Télégramme");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Label of telegramme")).toBeHidden();
  await go(page, "/overview");
  await expect(page.getByRole("table")).toContainText("Not so far");
});

test("what was typed and not left yet is stored before the page goes", async ({ workbench }, { project }) => {
  let page = await workbench.open();
  await editCopy(page, "3.1/BE");
  await page.getByLabel("Summary, in your own words").fill("The last words.");
  if (project.name === "electron") {
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => page.isClosed()).toBe(true);
    await workbench.close();
    page = await workbench.open();
  } else {
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
  }
  await expect(page.getByRole("complementary", { name: "Response 3.1 BE" })).toContainText("The last words.");
});

test("two windows that do not hear of each other both store what they can, and say what they cannot", async ({
  workbench,
}, { project }) => {
  test.skip(project.name === "electron", "the desktop has one window");
  const page = await workbench.open();
  await editCopy(page, "3.1/BE");
  const [other] = await Promise.all([page.waitForEvent("popup"), page.evaluate(() => void open(location.href))]);
  await other.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  await other.getByRole("button", { name: "Edit", exact: true }).click();
  const written = async (own: Page, label: string, text: string) => {
    await own.getByRole("textbox", { name: label, exact: true }).fill(text);
    await own.getByRole("textbox", { name: label, exact: true }).blur();
  };
  await written(other, "Summary, in your own words", "Theirs.");
  await expect(other.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await written(page, "Place in the source", "3.1 ¶7");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await expect(page.getByLabel("Summary, in your own words")).toHaveValue("Theirs.");

  await written(other, "Summary, in your own words", "Theirs again.");
  await expect(other.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await written(page, "Summary, in your own words", "Mine.");
  await expect(page.getByText("it was changed since")).toBeVisible();
  await expect(page.getByLabel("Summary, in your own words")).toHaveValue("Mine.");
});
