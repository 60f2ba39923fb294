import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

async function openAt(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** Opens the menu of what has the focus and chooses from it by keyboard, once the menu listens. */
async function chooseOfMenu(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu").locator(":focus")).toBeAttached();
  await page.getByRole("menuitem", { name }).press("Enter");
}

function headings(page: Page) {
  return page.getByRole("columnheader").filter({ has: page.locator("[data-heading]") });
}

async function shownOrder(page: Page): Promise<readonly string[]> {
  return (await headings(page).allTextContents()).map((text) => text.slice(0, 2));
}

test("columns are moved, pinned, measured by and removed by keyboard alone, and undone", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?compare=BE,DE,NL,LU");
  await expect(headings(page)).toHaveCount(4);
  await page.locator('[data-heading="BE"]').focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => shownOrder(page)).toEqual(["DE", "BE", "NL", "LU"]);
  await expect(page.locator('[data-heading="BE"]')).toBeFocused();

  await page.keyboard.press("ArrowRight");
  await chooseOfMenu(page, "Pin");
  await expect.poll(() => shownOrder(page)).toEqual(["NL", "DE", "BE", "LU"]);
  await expect(page.locator('[data-heading="NL"]')).toBeFocused();
  await chooseOfMenu(page, "Make baseline");
  await expect(page.getByRole("combobox", { name: "Differences from" })).toHaveValue("Differ from NL");

  await expect(page.locator('[data-heading="NL"]')).toBeFocused();
  await chooseOfMenu(page, "Remove");
  await expect.poll(() => shownOrder(page)).toEqual(["DE", "BE", "LU"]);
  await expect(page.getByRole("combobox", { name: "Differences from" })).toHaveValue("Differ from majority");
  await expect(page.locator('[data-heading="DE"]')).toBeFocused();
  for (const _ of Array(4)) await page.keyboard.press("Control+z");
  await expect.poll(() => shownOrder(page)).toEqual(["BE", "DE", "NL", "LU"]);
});

test("cells are reached by arrows, rows expanded and questions folded by Enter", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?compare=BE,NL");
  await page.locator('[data-heading="NL"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Response 3.1 NL" })).toBeVisible();

  await page.keyboard.press("Home");
  await expect(page.getByRole("button", { name: "Monitors the internet" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /Monitors the internet/ })).toContainText("3.1 ¶1");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /Monitors the internet/ })).toBeHidden();
  await expect(page.getByRole("row", { name: /Monitoring of the internet/ })).toContainText("≠ 1 of 3 variables");
  expect(new URL(page.url()).hash).toContain("folded=3.1");
});

test("groups by region, of the filter and hand-picked stand beside states, with shares and names", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await openAt(page, "/compare?where=platforms-monitored:vk");
  await page.getByRole("button", { name: "By region" }).click();
  await expect(headings(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Columns (4)" }).click();
  await page.getByRole("button", { name: /^The filter's \d+ as a group$/ }).click();
  await page.getByRole("textbox", { name: "Name of the new group" }).fill("Benelux");
  await page.getByRole("combobox", { name: "States of the new group" }).click();
  for (const state of ["BE Belgium", "NL Netherlands", "LU Luxembourg"])
    await page.getByRole("option", { name: state }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.keyboard.press("Escape");
  const benelux = page.getByRole("columnheader", { name: /^Benelux 3 states/ });
  await expect(benelux).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /^platforms-monitored:vk/ })).toBeAttached();
  const row = page.getByRole("row", { name: /Monitors the internet/ });
  await expect(row.getByRole("button").last()).toContainText("2 of 2");
  await row.getByRole("button").last().press("Enter");
  await expect(row.getByRole("button").last()).toContainText("BE NL");
});

test("a saved view's filter is a group under the view's name", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/explore?where=platforms-monitored:vk");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("textbox", { name: "Name for what is on screen" }).fill("Watching VK");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("button", { name: "Views 1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await openAt(page, "/compare");
  await page.getByRole("button", { name: /^View: Watching VK \(\d+\)$/ }).click();
  await expect(page.getByRole("columnheader", { name: /^Watching VK \d+ states/ })).toBeVisible();
});

test("a column is dragged to where another stands", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?compare=BE,DE,NL,LU&pinned=LU");
  await page.locator('[data-heading="NL"]').dragTo(page.locator('[data-heading="BE"]'));
  await expect.poll(() => shownOrder(page)).toEqual(["LU", "NL", "BE", "DE"]);
  await page.locator('[data-heading="DE"]').dragTo(page.locator('[data-heading="LU"]'));
  await expect.poll(() => shownOrder(page)).toEqual(["DE", "LU", "NL", "BE"]);
  expect(new URL(page.url()).hash).toContain("pinned=LU%2CDE");
});

test("the table is turned over, and the address opens it so again", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?compare=BE,NL,SE");
  await page.getByRole("button", { name: "Form of the table" }).click();
  await page.getByRole("menuitem", { name: "States as rows" }).click();
  await expect(page.getByRole("rowheader", { name: /^NL Netherlands/ })).toBeVisible();
  await page.locator('[data-heading="SE"]').focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.reload();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
  await expect(page.getByRole("rowheader").nth(1)).toHaveText(/^SE/);
  await page.locator('[data-heading="NL"]').focus();
  await chooseOfMenu(page, "Pin");
  await expect(page.getByRole("rowheader").first()).toHaveText(/^NL/);
  await expect(page.locator('[data-heading="NL"]')).toBeFocused();
});

const ALL = "BE,CZ,DE,EE,ES,FR,HR,CY,LV,LT,LU,HU,NL,PL,SI,SK,FI,SE,UK,NO";

test("pinned rows of a table that is turned over stay below its head, and hide nothing that gets the focus", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await openAt(page, `/compare?compare=${ALL}&pinned=BE,NL&form=transposed`);
  const cell = (place: string) => page.locator(`[data-cell="${place}"]`);
  const [head, first, second] = [page.getByRole("columnheader").first(), cell("1:0"), cell("2:0")];
  await cell("20:22").scrollIntoViewIfNeeded();
  const bottom = async (of: Locator) => {
    const box = await of.boundingBox();
    return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
  };
  await expect
    .poll(async () => Math.abs(((await first.boundingBox())?.y ?? -99) - (await bottom(head))))
    .toBeLessThan(2);
  await expect(second).toBeInViewport({ ratio: 1 });
  expect((await second.boundingBox())?.x).toBe((await first.boundingBox())?.x);
  await cell("20:22").focus();
  for (let row = 19; row > 2; row--) {
    await page.keyboard.press("ArrowUp");
    await expect(cell(`${row}:22`)).toBeFocused();
    expect((await cell(`${row}:22`).boundingBox())?.y, `row ${row}`).toBeGreaterThanOrEqual((await bottom(second)) - 1);
  }
  for (let column = 21; column > 0; column--) await page.keyboard.press("ArrowLeft");
  const header = await second.boundingBox();
  expect((await cell("3:1").boundingBox())?.x).toBeGreaterThanOrEqual((header?.x ?? 0) + (header?.width ?? 0));
});

test("where pinned rows would leave the others no room, they scroll with them", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, `/compare?compare=${ALL}&pinned=BE,CZ,DE,EE,ES,FR&form=transposed`);
  await page.locator('[data-cell="20:1"]').focus();
  await expect(page.locator('[data-cell="20:1"]')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-heading="BE"]')).not.toBeInViewport();
});

test("a pair is chosen in the heat map by keyboard, and leads to what it shares and to the responses", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await openAt(page, "/compare?by=similarity&of=compared&compare=BE,NL,DE,LU");
  const cells = page.locator("[data-chart-target]");
  await expect(cells).toHaveCount(16);
  await cells.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(cells.nth(4)).toBeFocused();
  const name = (await cells.nth(4).getAttribute("aria-label")) ?? "";
  expect(name).toMatch(/^[A-Z]{2} and [A-Z]{2}: (0\.\d\d|withheld), \d+ comparable$/);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Neighbours and pairs" });
  await expect(panel.getByRole("heading", { level: 2 })).toContainText(name.slice(0, 9));
  await panel
    .getByRole("button", { name: /^Response 3\.\d / })
    .first()
    .click();
  await expect(page.getByRole("complementary", { name: /^Response 3\.\d / })).toBeVisible();
});

test("a threshold withholds pairs rather than calling them unlike", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?by=similarity&of=compared&compare=BE,NL,LU");
  await page.getByRole("textbox", { name: "Least number of comparable answers and codes" }).fill("30");
  await expect(page.getByRole("button", { name: /^BE and LU: withheld, 8 comparable$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^BE and NL: 0\.26, 31 comparable$/ })).toBeVisible();
});

test("a cell of the cross-table filters by keyboard, says so, and is undone", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?by=crosstab");
  await page.getByRole("button", { name: "Yes, Northern Europe: 4 of 15, LV, LT, FI, NO" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const cell = page.getByRole("button", { name: "Yes, Western Europe: 4 of 15, BE, DE, NL, UK" });
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("status").filter({ hasText: "Filtered to 4 of 20 states" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("4 of 20 states");
  await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
  await expect(cell).toHaveAttribute("aria-pressed", "false");
});

test("Fisher's test comes on request, with its warning, and is gone with another table", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?by=crosstab&columns=membership");
  await expect(page.getByText("hand-picked")).toHaveCount(0);
  await page.getByRole("button", { name: "Fisher's exact test" }).click();
  await expect(page.getByText(/Two-sided p = .*19 hand-picked states are no sample/)).toBeVisible();
  await page.getByRole("button", { name: "Exchange rows and columns" }).click();
  await expect(page.getByText("hand-picked")).toHaveCount(0);
});

test("a truth table is made of chosen codes, and its cases are saved for QCA", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?by=truth-table");
  await page.getByRole("combobox", { name: "Conditions" }).fill("Monitors the internet: Yes");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Outcome" }).fill("Gathers evidence online: Yes");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const table = page.getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table).toContainText("contradiction");
  const csv = await workbench.saved(page, () => page.getByRole("button", { name: "CSV for QCA" }).click());
  const lines = csv.toString("utf8").split("\n");
  expect(lines[0]).toBe("CASEID,MONITORINGYES,EVIDENCEYES");
  expect(lines).toContain("BE,1,1");
});

test("the question of a tension goes to the notebook by one click, with its links", async ({ workbench }) => {
  const page = await workbench.open();
  await openAt(page, "/compare?by=tensions");
  await page.getByRole("button", { name: "To the notebook: ask DE" }).first().click();
  await page.getByRole("button", { name: "In the notebook: DE, open" }).first().click();
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue(/^Germany monitors the internet/);
  const about = page.getByRole("region", { name: "About" });
  await expect(about.getByRole("button", { name: "3.1 DE", exact: true })).toBeVisible();
  await expect(about.getByRole("button", { name: "3.2 DE", exact: true })).toBeVisible();
});

test("axe finds nothing in what opens over the comparison and the similarities", async ({ workbench }) => {
  const page = await workbench.open();
  const expectClean = async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  };
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openAt(page, "/compare?compare=BE,@1&group=SE,FI:North&where=monitoring:yes");
  await page.getByRole("button", { name: "Columns (2)" }).click();
  await expect(page.getByRole("group", { name: "Groups" })).toBeVisible();
  await expectClean();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Monitors the internet", exact: true }).click();
  await page.locator('[data-heading="BE"]').click();
  await expect(page.getByRole("menuitem", { name: "Make baseline" })).toBeVisible();
  await expectClean();
  await page.keyboard.press("Escape");
  await openAt(page, "/compare?by=similarity");
  await page.getByRole("button", { name: "Weights" }).click();
  await expect(page.getByRole("textbox", { name: "Weight of Tools" })).toBeVisible();
  await expectClean();
});

/** What each part offers to export, and the size of it. */
const EXPORTS = {
  "/compare?compare=BE,@1&group=SE,FI:North&form=transposed": "3 rows, 23 columns",
  "/compare?by=similarity&of=compared&compare=BE,NL,SE": "3 rows, 4 columns",
  "/compare?by=crosstab": "5 rows, 6 columns",
  "/compare?by=truth-table&conditions=monitoring:yes&outcome=evidence:yes": "2 rows, 6 columns",
  "/compare?by=tensions": "rows, 6 columns",
} as const;

test("every part is exported as it is on screen", async ({ workbench }) => {
  const page = await workbench.open();
  for (const [address, size] of Object.entries(EXPORTS)) {
    await openAt(page, address);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Export" });
    await expect(dialog.getByRole("status").first()).toContainText(size);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
});
