import { expect, type Page } from "@playwright/test";
import { unzip } from "../fixtures/unzip.ts";
import { test } from "./workbench.ts";

async function choose(page: Page, typed: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Find anything" }).getByRole("combobox")).toBeFocused();
  await page.keyboard.type(typed);
  await page.keyboard.press("Enter");
}

test("the guide opens at the page about the screen, by its name from the palette, and by its links", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  const title = page.getByRole("heading", { level: 1 });
  await page.keyboard.press("Control+3");
  await page.keyboard.press("F1");
  await expect(title).toHaveText("Compare");
  await choose(page, "filter language");
  await expect(title).toHaveText("The filter language");
  await page.keyboard.press("F1");
  await expect(title).toHaveText("The filter language");
  const guide = page.getByRole("navigation", { name: "Pages of the guide" });
  await guide.getByRole("button", { name: "The life of a query" }).click();
  const picture = page.getByRole("img", { name: /^The response of the Netherlands/ });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
  await page.getByRole("article").getByRole("link", { name: "Compare", exact: true }).click();
  await expect(title).toHaveText("Compare");
  await page.getByRole("article").getByRole("link", { name: "comparable" }).first().click();
  await expect(page.getByRole("heading", { name: "What an answer means" })).toBeFocused();
  expect(workbench.outside).toEqual([]);
});

test("the guide is searched by its words, and a filter in it is tried", async ({ workbench }) => {
  const page = await workbench.open();
  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Guide" }).click();
  const guide = page.getByRole("navigation", { name: "Pages of the guide" });
  await guide.getByRole("textbox", { name: "Search the guide" }).fill("logical remainder");
  await expect(guide.getByRole("status")).toContainText("section");
  await guide
    .getByRole("button", { name: /^Counting and comparing/ })
    .first()
    .press("Enter");
  await expect(page.getByRole("heading", { name: "Counting and comparing" })).toBeFocused();
  await guide.getByRole("textbox", { name: "Search the guide" }).press("Escape");
  await guide.getByRole("button", { name: "The filter language" }).click();
  await page.getByRole("button", { name: /^Try monitoring:yes platforms-monitored:facebook,twitter/ }).click();
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("Region: not Northern Europe");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("20 of 20 states");
});

test("the question of the guide is answered as it says, without the mouse", async ({ workbench }) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("monitoring:yes use-found:no-findings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("4 of 20 states");

  await choose(page, "compare these");
  await expect(page.getByRole("columnheader", { name: /^(DE|HR|LV|SI)/ })).toHaveCount(4);
  await expect(page.getByText("Only LV answers No practice")).toBeVisible();
  await expect(page.getByText("None of 4 names platforms monitored")).toBeVisible();

  const docx = await workbench.saved(page, async () => {
    await page.keyboard.press("Control+e");
    const save = page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Save" });
    await expect(save).toBeFocused();
    await tabTo(page, page.getByRole("combobox", { name: "Format" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    const word = page.getByRole("option", { name: /^Word document/ });
    await expect(word).toBeVisible();
    const isReached = async () => (await word.getAttribute("data-combobox-selected")) === "true";
    for (let i = 0; i < 20 && !(await isReached()); i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Format" })).toHaveValue(/^Word document/);
    await tabTo(page, save, "Tab");
    await page.keyboard.press("Enter");
  });
  expect((await unzip(docx))["word/document.xml"]).toContain("Slovenia");
  await page.keyboard.press("Escape");

  await choose(page, "suggestions");
  for (const beginning of ["Your country gathers evidence against", "Your country monitors the internet"]) {
    const accept = page.getByRole("button", { name: new RegExp(`^To the notebook: ${beginning}`) }).first();
    await tabTo(page, accept, "Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: beginning })).toBeVisible();
  }
  await tabTo(page, page.getByRole("button", { name: "Open it" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Ask it in the next query" }), "Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Questions of the query" })).toContainText("Your country monitors");
});

async function tabTo(page: Page, wanted: ReturnType<Page["getByRole"]>, key: "Tab" | "Shift+Tab"): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < 200 && !(await isThere()); i++) await page.keyboard.press(key);
  await expect(wanted).toBeFocused();
}
