import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { packageOf, zipped } from "./packages-as-files.ts";
import { test } from "./workbench.ts";

function packageMenu(page: Page, name: RegExp): Locator {
  return page.getByRole("banner").getByRole("button", { name });
}

// Another package draws everything anew: what is pressed before that and let go after it is two different buttons.
async function isOpen(page: Page, id: string): Promise<void> {
  await expect(packageMenu(page, new RegExp(id))).toBeVisible();
}

async function openLibrary(page: Page, title = /EMN ad-hoc query 1055/): Promise<void> {
  await packageMenu(page, title).click();
  await page.getByRole("menuitem", { name: "Manage packages…" }).click();
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/zip", buffer });
}

async function axeFinds(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`);
}

test("a package is previewed, added, opened, removed, brought back and restored", async ({ workbench }) => {
  const page = await workbench.open();
  await openLibrary(page);
  const files = await packageOf("emn-ahq-1100", "The same states asked again");
  await choose(page, "own.zip", zipped(files));

  const dialog = page.getByRole("dialog", { name: "own.zip" });
  await expect(dialog).toContainText("20 respondents");
  await expect(dialog.getByRole("row", { name: /Only other areas.*Negative.*3/ })).toBeVisible();
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await axeFinds(page)).toEqual([]);
  await expect(page.getByRole("row", { name: /The same states asked again/ })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Add to library" }).click();

  await page.getByRole("button", { name: "Open it" }).click();
  await expect(packageMenu(page, /The same states asked again/)).toBeVisible();
  await expect(page.getByRole("table")).toContainText("Belgium");
  await page.getByRole("button", { name: "Explore" }).click();
  await page.getByRole("button", { name: "Monitors the internet: Yes, 15 of 20 states" }).click();

  await packageMenu(page, /The same states asked again/).click();
  await page.getByRole("menuitemradio", { name: /emn-ahq-1055/ }).click();
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  await page.getByRole("button", { name: "Open The same states asked again" }).click();
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("15 of 20 states");

  await page.getByRole("button", { name: "Sources", exact: true }).click();
  await page.getByRole("tab", { name: "Library" }).click();
  await page.getByRole("button", { name: "Remove The same states asked again" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is in the trash" })).toBeVisible();
  await expect(packageMenu(page, /EMN ad-hoc query 1055/)).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(page.getByRole("button", { name: "Remove The same states asked again" })).toBeVisible();
  await page.getByRole("button", { name: "Remove The same states asked again" }).click();
  await page.getByRole("button", { name: "Trash (1)" }).click();
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole("button", { name: /^Restore The same states asked again/ }).click();
  await expect(page.getByRole("button", { name: "Open The same states asked again" })).toBeVisible();
  await workbench.close();

  const again = await workbench.open();
  await openLibrary(again);
  await expect(again.getByRole("button", { name: "Open The same states asked again" })).toBeVisible();
  expect(workbench.outside).toEqual([]);
});

test("a package that is replaced goes to the trash, and the two change places as often as one likes", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await openLibrary(page);
  const dialog = page.getByRole("dialog", { name: "own.zip" });
  await choose(page, "own.zip", zipped(await packageOf("emn-ahq-1100", "First")));
  await dialog.getByRole("button", { name: "Add to library" }).click();
  await page.getByRole("button", { name: "Open First" }).click();
  await openLibrary(page, /First/);
  await choose(page, "own.zip", zipped(await packageOf("emn-ahq-1100", "Second")));
  await expect(dialog).toContainText("moves the old one to the trash");
  await dialog.getByRole("button", { name: "Replace" }).click();
  // The package that is open is the one that was replaced: its content is read again.
  await expect(packageMenu(page, /Second/)).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(packageMenu(page, /First/)).toBeVisible();
  await page.getByRole("button", { name: "Trash (1)" }).click();
  await page.getByRole("button", { name: /^Restore Second/ }).click();
  await expect(packageMenu(page, /Second/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Restore First/ })).toBeVisible();
});

test("a package with faults shows every one, saves them as a list, and leaves the library as it was", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await openLibrary(page);
  const files = await packageOf("emn-ahq-1100", "The same states asked again");
  const faulty = { ...files, "responses.csv": (files["responses.csv"] ?? "").replaceAll(",yes,", ",maybe,") };
  await choose(page, "own.zip", zipped(faulty));

  const dialog = page.getByRole("dialog", { name: "own.zip" });
  await expect(
    dialog.getByRole("row", { name: /responses\.csv 2 answer maybe a code of question 3\.1/ }),
  ).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Add to library" })).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await axeFinds(page)).toEqual([]);
  const list = await workbench.saved(page, async () => {
    await dialog.getByRole("button", { name: "Save the list" }).click();
  });
  const lines = list.toString("utf8").split("\r\n");
  expect(lines[0]).toContain("File or sheet,Row,Column,Found,Expected");
  expect(lines[1]).toContain("responses.csv,2,answer,maybe,");
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.getByText("1 package", { exact: true })).toBeVisible();
});

test("files that are dropped on the window are opened, and a note says where its package went", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  const bytes = zipped(await packageOf("emn-ahq-1100", "The same states asked again"));
  const transfer = await page.evaluateHandle((content) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([Uint8Array.from(content)], "dropped.zip"));
    return dropped;
  }, Array.from(bytes));
  const main = page.getByRole("main");
  await main.dispatchEvent("dragover", { dataTransfer: transfer });
  await expect(page.getByText("Drop to open")).toBeVisible();
  await main.dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByRole("dialog", { name: "dropped.zip" }).getByRole("button", { name: "Add to library" }).click();
  await page.getByRole("button", { name: "Open it" }).click();
  await isOpen(page, "emn-ahq-1100");

  await page
    .getByRole("table")
    .getByRole("button", { name: /Comments/ })
    .first()
    .click();
  const response = page.getByRole("complementary", { name: /^Response 3\.3/ });
  await response.getByLabel("New follow-up question").fill("What has changed since?");
  await response.getByRole("button", { name: "Add", exact: true }).click();
  await response.getByRole("button", { name: /What has changed since/ }).click();
  await expect(page.getByRole("region", { name: "About" })).not.toContainText("package");

  await packageMenu(page, /The same states asked again/).click();
  await page.getByRole("menuitemradio", { name: /emn-ahq-1055/ }).click();
  await isOpen(page, "emn-ahq-1055");
  await page.getByRole("button", { name: "Notebook" }).click();
  await page.getByRole("button", { name: /What has changed since/ }).click();
  const about = page.getByRole("region", { name: "About" });
  await expect(about).toContainText("is in a package that is not open");
  await about.getByRole("button", { name: "Open emn-ahq-1100" }).click();
  await isOpen(page, "emn-ahq-1100");
  await expect(page.getByRole("complementary", { name: /^Response 3\.3/ })).toBeVisible();

  await page.getByRole("button", { name: "Sources", exact: true }).click();
  await page.getByRole("tab", { name: "Library" }).click();
  await page.getByRole("button", { name: "Remove The same states asked again" }).click();
  await isOpen(page, "emn-ahq-1055");
  await page.getByRole("button", { name: "Notebook" }).click();
  await page
    .getByRole("region", { name: "Notes" })
    .getByRole("button", { name: /What has changed since/ })
    .click();
  await expect(page.getByRole("region", { name: "About" })).toContainText("is not in the library");
});

test("another window follows a change of the library, and leaves a package that was removed here", async ({
  workbench,
}, testInfo) => {
  test.skip(testInfo.project.name === "electron", "the desktop has one window");
  const page = await workbench.open();
  await openLibrary(page);
  const opening = page.waitForEvent("popup");
  await page.evaluate(() => void open(location.href));
  const other = await opening;
  await expect(other.getByText("1 package", { exact: true })).toBeVisible();

  await choose(page, "own.zip", zipped(await packageOf("emn-ahq-1100", "The same states asked again")));
  await page.getByRole("dialog").getByRole("button", { name: "Add to library" }).click();
  await other.getByRole("button", { name: "Open The same states asked again" }).click();
  await expect(packageMenu(other, /The same states asked again/)).toBeVisible();

  await page.getByRole("button", { name: "Remove The same states asked again" }).click();
  await expect(packageMenu(other, /EMN ad-hoc query 1055/)).toBeVisible();
  await expect(other.getByRole("alert")).toContainText("emn-ahq-1100 was taken out of the library elsewhere");
});

test("reading a large table shows how far it is after a second, and is stopped without a trace", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await openLibrary(page);
  // Made in the page: it would take long to bring such a file there.
  const transfer = await page.evaluateHandle(() => {
    const row = `${Array.from({ length: 20 }, (_, i) => `some words in column ${i}`).join(";")}\n`;
    const dropped = new DataTransfer();
    dropped.items.add(new File([row.repeat(230_000)], "large.csv"));
    return dropped;
  });
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: transfer });
  const dialog = page.getByRole("dialog", { name: "large.csv" });
  await expect(dialog.getByRole("progressbar", { name: "Reading" })).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("1 package", { exact: true })).toBeVisible();
});

test("a window that opens while another one changes the library has what changed", async ({ workbench }, {
  project,
}) => {
  test.skip(project.name === "electron", "the stand-in opens one window");
  const page = await workbench.open();
  await openLibrary(page);
  const second = await page.context().newPage();
  let letThrough = () => {};
  const answered = new Promise<void>((isAnswered) => {
    const changed = new Promise<void>((isChanged) => {
      letThrough = isChanged;
    });
    second.route("**/api/openFirst", async (route) => {
      // What the host wants of a page, and only a page itself sends.
      const own = { origin: new URL(page.url()).origin, "sec-fetch-site": "same-origin" };
      const response = await route.fetch({ headers: { ...route.request().headers(), ...own } });
      isAnswered();
      await changed;
      await route.fulfill({ response });
    });
  });
  await second.goto(page.url(), { waitUntil: "commit" });
  await answered;
  await page.bringToFront();
  await choose(page, "own.zip", zipped(await packageOf("emn-ahq-1100", "The same states asked again")));
  await page.getByRole("dialog").getByRole("button", { name: "Add to library" }).click();
  await expect(page.getByRole("button", { name: "Open it" })).toBeVisible();
  letThrough();
  await second.bringToFront();
  await expect(second.getByText("2 packages", { exact: true })).toBeVisible();
});
