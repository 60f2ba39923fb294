import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

async function explore(page: Page, query = "") {
  await expect(page.getByRole("main")).not.toBeEmpty();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/explore${query}`);
  await expect(page.getByRole("region", { name: "Results" })).toBeVisible();
}

const form = (page: Page, name: string) =>
  page.getByRole("radiogroup", { name: "Form of the results" }).getByText(name);
const focusedCell = (page: Page) => page.evaluate(() => document.activeElement?.closest("tr")?.ariaRowIndex ?? null);

test("filters, searches, opens a response and undoes, by keys alone", async ({ workbench }) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  await page.keyboard.press("Control+2");
  const sentence = page.getByRole("region", { name: "Filter in words" });
  await expect(sentence).toContainText("20 of 20 states");

  // From the search box on, Tab leads to the facets.
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search and filter" })).toBeFocused();
  await tabTo(page, "Monitors the internet: Yes, 15 of 20 states");
  await page.keyboard.press("Space");
  await expect(sentence).toContainText("15 of 20 states");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("-");
  await expect(sentence).toContainText("Monitors the internet: not Only other areas");

  await page.keyboard.press("/");
  await page.keyboard.press("End");
  await page.keyboard.type(" facebook");
  await page.keyboard.press("Enter");
  await expect(sentence).toContainText("mentions “facebook”");
  await expect(page.getByRole("article", { name: "Belgium" }).locator("mark").first()).toHaveText("Facebook");

  await tabTo(page, "3.1 Monitoring of the internet");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: /^Response 3\.1 / })).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(sentence).not.toContainText("facebook");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(sentence).toContainText("20 of 20 states");
  await page.keyboard.press("Control+Shift+z");
  await expect(sentence).toContainText("15 of 20 states");
});

/** Presses Tab until what has the focus begins with a name. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
    if (focused.startsWith(name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test("the table is gone through by keys, sorted by the codebook, and keeps its columns", async ({ workbench }) => {
  const page = await workbench.open();
  await explore(page);
  await form(page, "Table").click();
  const grid = page.getByRole("grid", { name: "Responses" });
  await expect(grid).toHaveAttribute("aria-rowcount", "141");
  await grid.locator('[data-cell="0:1"]').focus();
  await page.keyboard.press("Control+End");
  expect(await focusedCell(page)).toBe("141");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("columnheader", { name: "Answer" })).toHaveAttribute("aria-sort", "ascending");
  await expect(grid.getByRole("row").nth(1)).toContainText("Yes");

  const width = async () => (await grid.getByRole("columnheader", { name: "Answer" }).boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(width).toBe(before + 16);
  await page.getByRole("button", { name: "Monitors the internet: Yes, 15 of 20 states" }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "16");
  expect(await width()).toBe(before + 16);

  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Region" }).click();
  await page.keyboard.press("Escape");
  await expect(grid.getByRole("columnheader", { name: "Region" })).toBeAttached();
  await workbench.close();

  const again = await workbench.open();
  await expect(again.getByRole("columnheader", { name: "Region" })).toBeAttached();
  await expect(again.getByRole("columnheader", { name: "Answer" })).toHaveAttribute("aria-sort", "ascending");
});

test("many responses are selected, asked about in one question, compared, and exported alone", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await explore(page);
  await form(page, "Table").click();
  await page.getByRole("checkbox", { name: "Select CZ 3.1" }).click();
  await page.getByRole("checkbox", { name: "Select EE 3.1" }).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selected responses" });
  await expect(page.getByRole("status").filter({ hasText: "3 responses selected" })).toBeAttached();

  const csv = await workbench.saved(page, async () => {
    await bar.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog", { name: "Export" });
    await dialog.getByRole("combobox", { name: "Format" }).click();
    await page.getByRole("option", { name: /^CSV/ }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
  });
  await page.keyboard.press("Escape");
  const rows = csv.toString("utf8").trim().split("\r\n").slice(1);
  expect(rows.map((row) => row.split(",")[1])).toEqual(["CZ Czechia", "DE Germany", "EE Estonia"]);

  await bar.getByRole("button", { name: "Ask about them" }).click();
  const about = page.getByRole("region", { name: "About" });
  for (const cited of ["3.1 CZ", "3.1 DE", "3.1 EE"])
    await expect(about.getByRole("button", { name: cited, exact: true })).toBeVisible();

  await explore(page, "?where=monitoring:yes");
  const list = page.getByRole("grid", { name: "Responses" });
  await list.locator('[data-cell="0:1"]').focus();
  await page.keyboard.press("Control+a");
  await expect(bar).toContainText("15 responses selected");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await bar.getByRole("button", { name: /^Compare/ }).click();
  await expect(page.getByRole("columnheader", { name: /^(BE|CZ)/ })).toHaveCount(2);
});

test("an example is shown on a card where the filter found something in it alone", async ({ workbench }) => {
  const page = await workbench.open();
  await explore(page, "?where=cybercrime");
  const card = page.getByRole("article", { name: "Spain" });
  await expect(card.locator("mark")).toHaveText("Cybercrime");
  await expect(card).toContainText("Example:");
  await page.getByText("By question").click();
  await expect(page.getByRole("article", { name: "3.7 Public sources" }).locator("mark")).toHaveCount(2);
});

test("where nothing is left it says which part to remove for how many, and removes it by keys", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await explore(page, "?where=monitoring:not-yet+platforms-monitored:facebook+region:southern");
  const results = page.getByRole("region", { name: "Results" });
  await expect(results).toContainText("No state passes all parts of the filter. Remove one:");
  await expect(results).toContainText("leaves no state either");
  const way = results.getByText(/^leaves [1-9]/).first();
  const many = /\d+/.exec((await way.textContent()) ?? "")?.[0];
  await way.locator("..").getByRole("button").press("Enter");
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText(`${many} of 20 states`);
  await expect(page.getByRole("main")).toBeFocused();
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the forms of the results in the ${scheme} scheme`, async ({ workbench }) => {
    const page = await workbench.open();
    await explore(page, "?where=facebook");
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
    const check = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    };
    await page.getByRole("checkbox", { name: "Select BE 3.1" }).click();
    await check("cards by state");
    await page.getByText("By question").click();
    await check("cards by question");
    await form(page, "Table").click();
    await check("table");
    await page.getByRole("button", { name: "Columns" }).click();
    await check("columns");
    await page.keyboard.press("Escape");
    await explore(page, "?where=facebook+monitoring:not-yet+monitoring:yes");
    await expect(page.getByText("Remove one")).toBeVisible();
    await check("nothing left");
  });
}
