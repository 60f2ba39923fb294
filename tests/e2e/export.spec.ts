import { expect, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

async function openDialog(page: Page, format: RegExp) {
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("combobox", { name: "Format" }).click();
  await page.getByRole("option", { name: format }).click();
  return dialog;
}

test("exports the matrix as it is previewed, with the columns that were chosen", async ({ workbench }) => {
  const page = await workbench.open();
  const dialog = await openDialog(page, /^Markdown/);
  await expect(dialog.getByRole("status").first()).toHaveText("20 rows, 8 columns, the first 12 shown");
  await dialog.getByRole("checkbox", { name: "3.7 Public sources" }).click();
  await expect(dialog.getByRole("status").first()).toHaveText("20 rows, 7 columns, the first 12 shown");
  const saved = await workbench.saved(page, () => dialog.getByRole("button", { name: "Save" }).click());
  const text = saved.toString("utf8");
  expect(text).toContain("| BE Belgium[^1] | ● Yes |");
  expect(text).not.toContain("3.7 Public sources |");
  expect(text).toContain("- **Package**: emn-ahq-1055, version");
});

test("remembers the form of file that was chosen last", async ({ workbench }) => {
  const page = await workbench.open();
  const dialog = await openDialog(page, /^Word document/);
  await workbench.saved(page, () => dialog.getByRole("button", { name: "Save" }).click());
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("dialog").getByRole("combobox", { name: "Format" })).toHaveValue(/^Word document/);
});

test("shows the report to the printer alone, and prints it", async ({ workbench }, testInfo) => {
  const page = await workbench.open();
  const dialog = await openDialog(page, /^PDF/);
  if (testInfo.project.name === "electron") {
    const saved = await workbench.saved(page, () => dialog.getByRole("button", { name: "Save" }).click());
    const pdf = saved.toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf).toContain("/StructTreeRoot");
    return;
  }
  // The browser's print dialog cannot be driven: what it would be given is looked at instead.
  await page.evaluate(() => {
    window.print = () => {
      const view = document.getElementById("print-view");
      Object.assign(window, { shown: view?.textContent ?? "", isOnScreen: view?.checkVisibility() });
    };
  });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shown?: string }).shown))
    .toContain("Answers by state");
  expect(await page.evaluate(() => (window as unknown as { isOnScreen: boolean }).isOnScreen)).toBe(false);
  await expect(page.locator("#print-view")).toHaveCount(0);
});
