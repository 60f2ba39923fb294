import { expect, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

/** Takes from under React what it has drawn, as an extension of the browser may: its next change of that part fails. */
async function takeAway(page: Page, selector: string): Promise<void> {
  await page.evaluate((chosen) => {
    for (const element of document.querySelectorAll(chosen)) element.replaceChildren();
  }, selector);
}

test("what was typed where the page failed is kept, to be copied before it is loaded again", async ({ workbench }) => {
  const page = await workbench.open();
  await page.getByRole("button", { name: "Compare" }).click();
  await page.evaluate(() => {
    location.hash = "/overview?response=3.1/BE";
  });
  await page.getByLabel("New follow-up question").fill("Which zebras proved useful in court?");
  await takeAway(page, "main");
  await page.getByRole("button", { name: "Explore" }).click();
  const alert = page.getByRole("alert", { name: "This part of the workbench failed" });
  await expect(alert).toBeVisible();
  await expect(page.getByLabel("What stood in the fields")).toHaveValue(/Which zebras proved useful in court\?/);
  await page.getByRole("button", { name: "Copy this text" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  await page.getByRole("button", { name: "Reload the workbench" }).click();
  await expect(alert).toBeHidden();
  await expect(page.getByRole("main")).toContainText("states");
});

test("an error that nobody caught is shown, and is in the diagnostics without its words", async ({ workbench }) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toContainText("Belgium");
  await page.evaluate(() => void Promise.reject(new RangeError("zebra was not caught")));
  const alert = page.getByRole("alert").filter({ hasText: "Something failed that should not have" });
  await expect(alert).toContainText("zebra was not caught");
  await expect(page.getByRole("table")).toContainText("Belgium");
  await alert.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog", { name: "Find anything" }).getByRole("combobox").fill("Copy diagnostics");
  await page.getByRole("option", { name: /Copy diagnostics/ }).click();
  const told = page.getByRole("dialog", { name: "Diagnostics" }).getByRole("textbox");
  await expect(told).toHaveValue(/"name": "RangeError"/);
  await expect(told).not.toHaveValue(/zebra/);
  await page.getByRole("button", { name: "Copy diagnostics" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
});
