import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Ask about this" });

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

test("one key asks about the cell that has the focus, on the screen where it is", async ({ workbench }) => {
  const page = await workbench.open();
  const cell = page.locator('[data-cell="0:3"]');
  await cell.focus();
  await page.keyboard.press("n");
  await expect(dialogOf(page).getByText(/^Cites 3\.4 BE, to ask BE/)).toBeVisible();
  await expect(dialogOf(page).getByLabel("Notes (Markdown)")).toHaveValue(/^> .+\n\nBelgium \(BE\), 3\.4 /);
  await page.keyboard.type("Which networks?");
  // What was written is there again where the dialog was closed, of the same cell and of no other.
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await page.locator('[data-cell="1:3"]').focus();
  await page.keyboard.press("n");
  await expect(dialogOf(page).getByLabel("Question", { exact: true })).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await cell.focus();
  await page.keyboard.press("n");
  await expect(dialogOf(page).getByLabel("Question", { exact: true })).toHaveValue("Which networks?");
  await page.keyboard.press("Enter");
  await expect(dialogOf(page)).toBeHidden();
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAttribute("aria-pressed", "false");
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
  await expect(page.getByRole("navigation", { name: "Screens" })).toContainText("Notebook 1");

  await goTo(page, "/notebook");
  await page.getByRole("button", { name: /^Which networks\?/ }).click();
  await expect(
    page.getByRole("region", { name: "About" }).getByRole("button", { name: "3.4 BE", exact: true }),
  ).toBeVisible();
});

test("the key is a letter like others while something is written", async ({ workbench }) => {
  const page = await workbench.open();
  await expect(page.getByRole("table").first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("nn");
  await expect(page.locator("header").getByRole("combobox").first()).toHaveValue("nn");
  await expect(dialogOf(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("n");
  await expect(dialogOf(page)).toHaveCount(0);
});

test("every part that shows a response is asked about by the same key, and by the palette", async ({ workbench }) => {
  const page = await workbench.open();
  const asks = async (cites: RegExp) => {
    await expect(dialogOf(page).getByText(cites)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialogOf(page)).toBeHidden();
  };
  await goTo(page, "/compare?compare=BE,NL,FI");
  await page.locator('tr[data-kind="answer"] [data-cell]').nth(1).focus();
  await page.keyboard.press("n");
  await asks(/^Cites 3\.1 BE, to ask BE/);
  await page.locator('tr[data-kind="multiple"] td [data-cell]').first().focus();
  await page.keyboard.press("n");
  await asks(/^Cites 3\.\d BE, .+, to ask BE/);

  await goTo(page, "/explore");
  await page.locator("[data-line]").first().focus();
  await page.keyboard.press("n");
  await asks(/^Cites 3\.1 BE, to ask BE/);

  await goTo(page, "/overview?response=3.4/NL");
  await page.getByRole("button", { name: "Next state" }).focus();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Find a command/ })).toBeFocused();
  await page.keyboard.type("ask about this");
  await page.keyboard.press("Enter");
  await asks(/^Cites 3\.4 NL, to ask NL/);
  await expect(page.getByRole("button", { name: "Next state" })).toBeFocused();
});

test("marked words bring the sentence that they stand in", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/overview?response=3.4/BE");
  const panel = page.getByRole("complementary", { name: "Response 3.4 BE" });
  await expect(panel.getByRole("button", { name: "Next state" })).toBeVisible();
  const marked = await panel.locator("p").evaluateAll((paragraphs) => {
    const long = paragraphs.map((own) => own.firstChild).filter((node) => (node?.textContent ?? "").length > 60);
    const text = long.at(-1);
    if (!text) throw new Error("no sentence to mark");
    getSelection()?.setBaseAndExtent(text, 10, text, 20);
    return text.textContent?.slice(10, 20) ?? "";
  });
  await page.keyboard.press("n");
  const body = await dialogOf(page).getByLabel("Notes (Markdown)").inputValue();
  const quoted = body.split("\n")[0] ?? "";
  expect(quoted).toContain(marked);
  expect(quoted.length).toBeGreaterThan(marked.length + 10);
});

test("what a question cites leads back to it wherever it is shown", async ({ workbench }) => {
  const page = await workbench.open();
  await page.locator('[data-cell="0:3"]').focus();
  for (const title of ["Which networks?", "Since when?"]) {
    await page.keyboard.press("n");
    await expect(dialogOf(page)).toBeVisible();
    await page.keyboard.type(title);
    await page.keyboard.press("Control+Enter");
    await expect(dialogOf(page)).toBeHidden();
  }
  const mark = (name: string) => page.getByRole("button", { name, exact: true });
  const ofResponse = mark("2 follow-up questions about 3.4 BE");
  await expect(ofResponse).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Yes has 2 follow-up questions" })).toBeFocused();
  await goTo(page, "/compare?compare=BE,NL");
  await expect(ofResponse).toHaveCount(1);
  await goTo(page, "/explore");
  await expect(ofResponse).toHaveCount(1);

  // A state and a question are cited from what shows them.
  await goTo(page, "/compare?compare=BE,NL");
  for (const [cell, title] of [
    ['[data-heading="BE"]', "Who in Belgium?"],
    ['tr:has-text("3.4") > th > div > [data-cell]', "Which services?"],
  ] as const) {
    await page.locator(cell).first().focus();
    await page.keyboard.press("n");
    await expect(dialogOf(page)).toBeVisible();
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(dialogOf(page)).toBeHidden();
  }
  await expect(mark("1 follow-up question about Belgium")).toHaveCount(1);
  await goTo(page, "/overview?response=3.4/BE");
  await expect(mark("1 follow-up question about Belgium")).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^1 follow-up question about 3\.4 / })).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await ofResponse.click();
  await page.getByRole("menuitem", { name: /^Which networks\?/ }).click();
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue("Which networks?");
});

test("the list behind a mark opens by a click alone, not where the panel comes to another state with notes", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await goTo(page, "/compare?compare=BE,DE");
  for (const state of ["BE", "DE"]) {
    await page.locator(`[data-heading="${state}"]`).first().focus();
    await askHere(page, /^Cites /, `Who in ${state}?`);
  }
  await goTo(page, "/overview?response=3.4/BE");
  const panel = page.getByRole("complementary", { name: /^Response 3\.4 / });
  const mark = panel.getByRole("button", { name: /^1 follow-up question about / });
  const list = page.getByRole("menuitem", { name: /^Who in / });
  await mark.click();
  await expect(list).toHaveCount(1);
  // Escape closes the list alone, and gives the focus back.
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(mark).toBeFocused();
  const next = panel.getByRole("button", { name: "Next state" });
  await next.click();
  await expect(mark).toHaveCount(0);
  await next.click();
  await expect(mark).toHaveAccessibleName("1 follow-up question about Germany");
  await expect(next).toBeFocused();
  await expect(list).toHaveCount(0);
});

async function askHere(page: Page, cites: RegExp, title: string): Promise<void> {
  await page.keyboard.press("n");
  await expect(dialogOf(page).getByText(cites)).toBeVisible();
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await expect(dialogOf(page)).toBeHidden();
}

async function axeFindsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
}

test("a value of a facet is asked about, and says how many questions cite it", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/explore");
  const facets = page.getByRole("complementary", { name: "Facets" });
  const mark = (name: string) => facets.getByRole("button", { name, exact: true });
  const value = (of: string) => facets.locator(`[data-facet-value]:has-text("${of}")`).first();
  await value("Facebook").focus();
  await askHere(page, /^Cites .+: Facebook\.$/, "Which groups?");
  await expect(value("Facebook")).toBeFocused();
  const ofFacebook = facets.getByRole("button", { name: /^1 follow-up question about .+: Facebook$/ });
  await expect(ofFacebook).toHaveCount(1);
  // A region is no thing of the package: the filter by it is cited, and its states are asked.
  await value("Southern Europe").focus();
  await askHere(page, /^Cites Region: Southern Europe, to ask .*\bES\b/, "Why the south?");
  await expect(mark("1 follow-up question about Region: Southern Europe")).toHaveCount(1);
  // A mark is no click on the value, and the count keeps its column beside it.
  await ofFacebook.click();
  await expect(page.getByRole("menuitem", { name: /^Which groups\?/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(ofFacebook).toBeFocused();
  await expect(ofFacebook).toHaveAttribute("aria-expanded", "false");
  await expect(value("Facebook")).toHaveAttribute("aria-pressed", "false");
  await axeFindsNothing(page);
  // The filter narrows by a click on a count as well, and the marks stay.
  await facets.locator('[data-facet-key]:has([data-facet-value="twitter"]) [data-facet-count]').first().click();
  await expect(value("Twitter")).toBeFocused();
  await expect(value("Twitter")).toHaveAttribute("aria-pressed", "true");
  await expect(mark("1 follow-up question about Region: Southern Europe")).toHaveCount(1);
  await mark("1 follow-up question about Region: Southern Europe").press("Enter");
  await page.getByRole("menuitem", { name: /^Why the south\?/ }).click();
  // From the question back to what it cites.
  await page
    .getByRole("region", { name: "About" })
    .getByRole("button", { name: "Region: Southern Europe", exact: true })
    .click();
  await expect(value("Southern Europe")).toHaveAttribute("aria-pressed", "true");
  await expect(value("Twitter")).toHaveAttribute("aria-pressed", "false");
});

test("a cell of the cross-table is asked about as the states it stands for, whichever way the table lies", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await goTo(page, "/compare?by=crosstab");
  await expect(page.getByRole("button", { name: "Exchange rows and columns" })).toBeVisible();
  await page.locator("td [data-cell]").first().focus();
  await askHere(page, /^Cites .+ and .+, to ask /, "What do these have in common?");
  const mark = page.getByRole("table").getByRole("button", { name: /^1 follow-up question about / });
  await expect(mark).toHaveCount(1);
  await axeFindsNothing(page);
  await page.getByRole("button", { name: "Exchange rows and columns" }).click();
  await expect(mark).toHaveCount(1);
  // Among fewer states it is another cell.
  await goTo(page, "/compare?by=crosstab&where=use-found%3Ayes&of=filter");
  await expect(page.getByText(/^Filtered to/)).toBeVisible();
  await expect(mark).toHaveCount(0);
  await goTo(page, "/compare?by=crosstab");
  await mark.click();
  await page.getByRole("menuitem", { name: /^What do these have in common\?/ }).click();
  await page.getByRole("region", { name: "About" }).getByRole("button", { name: / and / }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /^4 states/ })).toBeVisible();
});

test("a pair of states is asked about, and marked wherever the two meet", async ({ workbench }) => {
  const page = await workbench.open();
  await goTo(page, "/compare?by=similarity");
  const pair = page.getByRole("button", { name: /^BE and NL: / });
  await pair.focus();
  await askHere(page, /^Cites Belgium, Netherlands, to ask BE, NL\.$/, "Why so unlike?");
  await expect(page.getByRole("button", { name: /^BE and NL: .+; 1 follow-up question$/ })).toBeFocused();
  await expect(page.getByRole("button", { name: /^NL and BE: .+; 1 follow-up question$/ })).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^BE and CZ: [^;]+$/ })).toHaveCount(1);
  await page.keyboard.press("Enter");
  const mark = page.getByRole("button", { name: "1 follow-up question about Belgium and Netherlands", exact: true });
  await expect(mark).toHaveCount(1);
  await axeFindsNothing(page);
  await mark.click();
  await page.getByRole("menuitem", { name: /^Why so unlike\?/ }).click();
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue("Why so unlike?");
});

test("a finding is asked about where findings are listed, and marked there and where it is found", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await goTo(page, "/sources?part=findings");
  const row = page.getByRole("row", { name: /^What these states monitor is mostly open source groups/ });
  await row.getByRole("button").first().focus();
  await askHere(page, /^Cites finding mostly-open-source\.$/, "What of closed ones?");
  await expect(row.getByRole("button", { name: /^1 follow-up question about “What these states/ })).toHaveCount(1);
  await axeFindsNothing(page);
  await page.keyboard.press("/");
  await page.keyboard.type("mostly open source groups");
  await expect(page.getByRole("option", { name: /^Findings .+1 follow-up question/ })).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the dialog in the ${scheme} scheme`, async ({ workbench }) => {
    const page = await workbench.open();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.locator('[data-cell="0:3"]').focus();
    await page.keyboard.press("n");
    await expect(dialogOf(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });
}
