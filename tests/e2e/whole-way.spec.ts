import { expect } from "@playwright/test";
import { test } from "./workbench.ts";

test("goes the whole way: filter, compare, export, ask, close, open, and all is there", async ({ workbench }) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toContainText("Belgium");

  await page.getByRole("button", { name: "Explore" }).click();
  await page.getByRole("button", { name: "Monitors the internet: Yes, 15 of 20 states" }).click();
  await page.getByRole("button", { name: "Platforms monitored: Facebook, 9 of 20 states" }).click();
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("9 of 20 states");

  await page.getByRole("button", { name: "Compare these states" }).click();
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader", { name: /^(BE|CZ|ES|LT|HU|NL|PL|FI|UK)/ })).toHaveCount(9);
  await expect(table.getByRole("row", { name: /Tools/ })).toContainText("Coosto");
  await expect(table.getByRole("row", { name: /Monitors the internet/ })).toBeVisible();
  await page.getByRole("switch", { name: "Only rows that differ" }).click();
  await expect(table.getByRole("row", { name: /Monitors the internet/ })).toBeHidden();

  const csv = await workbench.saved(page, async () => {
    await page.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog", { name: "Export" });
    await dialog.getByRole("combobox", { name: "Format" }).click();
    await page.getByRole("option", { name: /^CSV/ }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
  });
  await page.keyboard.press("Escape");
  const lines = csv.toString("utf8").split("\r\n");
  expect(lines[0]).toContain("Question,Variable,BE,CZ,ES,LT,HU,NL,PL,FI,UK");
  expect(lines.find((line) => line.includes("Tools"))).toContain("Coosto; Icolombo; Maltego; Palantir");
  expect(lines.some((line) => line.includes("Monitors the internet"))).toBe(false);

  await table
    .getByRole("row", { name: /Tools/ })
    .getByRole("button", { name: /Coosto/ })
    .click();
  const response = page.getByRole("complementary", { name: "Response 3.5 NL" });
  await response.getByLabel("New follow-up question").fill("Which tools proved useful in court?");
  await response.getByRole("button", { name: "Add", exact: true }).click();
  await response.getByRole("button", { name: /Which tools proved useful in court/ }).click();
  await page.getByRole("combobox", { name: "Status", exact: true }).click();
  await page.getByRole("option", { name: "Drafted" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await workbench.close();

  const again = await workbench.open();
  await expect(again.getByLabel("Question", { exact: true })).toHaveValue("Which tools proved useful in court?");
  await expect(again.getByRole("combobox", { name: "Status", exact: true })).toHaveValue("Drafted");
  await again.getByRole("region", { name: "About" }).getByRole("button", { name: "3.5 NL", exact: true }).click();
  await expect(again.getByRole("complementary", { name: "Response 3.5 NL" })).toContainText("Coosto");
  await expect(again.getByRole("region", { name: "Filter in words" })).toContainText("9 of 20 states");
  await again.getByRole("button", { name: "Compare" }).click();
  await expect(again.getByRole("columnheader", { name: /^UK/ })).toBeAttached();
  expect(workbench.outside).toEqual([]);
});
