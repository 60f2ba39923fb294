import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { unzip } from "../fixtures/unzip.ts";
import { test } from "./workbench.ts";

test("puts a table, a picture and a heading into a report, keeps it, and saves it as a Word document", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Add to report" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Explore" }).click();
  await page.getByRole("radiogroup", { name: "Form of the results" }).getByText("Pictures").click();
  await page.getByRole("button", { name: "Add to report" }).click();
  await page.getByRole("button", { name: "Report 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Report" });
  await dialog.getByRole("button", { name: "Add a heading" }).click();
  await dialog.getByRole("textbox", { name: "Heading" }).fill("Who monitors");
  await dialog.getByRole("button", { name: "Move up: Who monitors" }).click();
  await expect(dialog.getByRole("region", { name: "Preview" })).toContainText("Who monitors");
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await expect(dialog.getByRole("status")).toHaveText("");
  await workbench.close();

  const again = await workbench.open();
  await again.getByRole("button", { name: "Report 3" }).click();
  const kept = again.getByRole("dialog", { name: "Report" });
  const docx = await workbench.saved(again, () => kept.getByRole("button", { name: "Word document" }).click());
  const xml = (await unzip(docx))["word/document.xml"] ?? "";
  expect(xml.indexOf("Answers by state")).toBe(-1);
  expect(xml).toContain("Who monitors");
  expect(xml).toContain("Belgium");
  expect(xml).toContain("<pic:pic");
});
