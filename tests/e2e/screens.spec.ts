import { expect } from "@playwright/test";
import { test } from "./workbench.ts";

test("every screen and every part of the sources has one first heading, and every screen its name in the title", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  for (const screen of ["Overview", "Explore", "Compare", "Notebook", "Guide", "Sources"]) {
    await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: screen }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(new RegExp(`^${screen} · .*social media.* · AHQ Workbench$`, "i"));
  }
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect(page.getByRole("tabpanel").getByRole("heading", { level: 1 })).toHaveCount(1);
  }
});

test("the matrix is read by arrow keys, a response opened by Enter and left by Escape", async ({ workbench }) => {
  const page = await workbench.open();
  await page.locator('[data-cell="0:0"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Response 3.2 CZ" })).toBeVisible();
  await page.getByRole("button", { name: "Close the response" }).press("Escape");
  await expect(page.getByRole("complementary", { name: "Response 3.2 CZ" })).toBeHidden();
});

test("a filter that is none is kept with what is wrong, and one that is can be undone", async ({ workbench }) => {
  const page = await workbench.open();
  await page.keyboard.press("/");
  const filter = page.getByRole("combobox", { name: "Search and filter" });
  await filter.fill("monitoring:maybe");
  await filter.press("Enter");
  await expect(page.getByRole("alert")).toContainText("filter column 12");
  await expect(filter).toHaveValue("monitoring:maybe");
  await filter.fill("monitoring:yes use-found:no-findings");
  await filter.press("Enter");
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("4 of 20 states");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("20 of 20 states");
});
