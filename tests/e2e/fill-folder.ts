import type { Page } from "@playwright/test";
import { packageOf, zipped } from "./packages-as-files.ts";

/** Fills the fresh data folder of a program as one that is in use: questions in the notebook and in the next query, a saved view, a report, and the query asked again as a second package. */
export async function fillFolder(page: Page): Promise<void> {
  await askByKey(page, "/explore", '[data-facet-value="facebook"]');
  await askByKey(page, "/compare?by=crosstab", "td [data-cell][aria-pressed]");
  await askByKey(page, "/compare?by=similarity", '[data-pair="0 1"]');
  await askSuggested(page);
  await saveView(page);
  await goTo(page, "/overview");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Add to report" }).click();
  await page.getByRole("button", { name: "Report 1" }).waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await addSecondPackage(page);
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

async function askByKey(page: Page, address: string, about: string): Promise<void> {
  await goTo(page, address);
  await page.locator(about).first().focus();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "Ask about this" });
  await dialog.getByText(/^Cites /).waitFor();
  // The field gets the focus once the dialog stands; a key pressed before would go to what is beneath.
  await dialog.getByLabel("Question", { exact: true }).press("Enter");
  await dialog.waitFor({ state: "hidden" });
}

async function askSuggested(page: Page): Promise<void> {
  await goTo(page, "/compare?by=tensions");
  for (const state of ["DE", "HR", "LV"])
    await page
      .getByRole("button", { name: `To the notebook: ask ${state}` })
      .first()
      .click();
  await page.getByRole("button", { name: "In the notebook: DE, open" }).first().click();
  await page.getByRole("button", { name: "Ask it in the next query" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Evidence from social media");
  await page.getByRole("button", { name: /^Three weeks/ }).click();
  await page.getByRole("tabpanel").getByText("Saved", { exact: true }).waitFor();
}

async function saveView(page: Page): Promise<void> {
  await goTo(page, "/explore?where=monitoring:yes+use-found:no-findings");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByLabel("Name for what is on screen").fill("Silent monitors");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("button", { name: "Views 1" }).waitFor();
}

async function addSecondPackage(page: Page): Promise<void> {
  const files = await packageOf("asked-again", "The same states asked again");
  const descriptor = JSON.parse(files["datapackage.json"] ?? "");
  descriptor.query.followUpOf = "emn-ahq-1055";
  const responses = (files["responses.csv"] ?? "").replace("3.1,LT,yes", "3.1,LT,not-yet");
  const all = { ...files, "datapackage.json": JSON.stringify(descriptor), "responses.csv": responses };
  await goTo(page, "/sources?part=library");
  const input = page.locator("input[type=file]").first();
  await input.setInputFiles({ name: "again.zip", mimeType: "application/zip", buffer: zipped(all) });
  await page.getByRole("dialog").getByRole("button", { name: "Add to library" }).click();
  await page.getByText("The same states asked again").first().waitFor();
}
