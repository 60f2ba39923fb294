import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { packageOf, zipped } from "./packages-as-files.ts";
import { test } from "./workbench.ts";

/** The packaged query asked again: Lithuania has stopped, Germany wants its answers kept within the network. */
async function followUp(): Promise<Buffer> {
  const files = await packageOf("asked-again", "The same states asked again");
  const descriptor = JSON.parse(files["datapackage.json"] ?? "");
  descriptor.query.followUpOf = "emn-ahq-1055";
  const responses = (files["responses.csv"] ?? "").replace("3.1,LT,yes", "3.1,LT,not-yet");
  const respondents = (files["respondents.csv"] ?? "").replace(/^(DE,.*),unknown$/m, "$1,network");
  return zipped({
    ...files,
    "datapackage.json": JSON.stringify(descriptor),
    "responses.csv": responses,
    "respondents.csv": respondents,
  });
}

test("a query is laid over the one that it follows up, and what is for the network only is marked", async ({
  workbench,
}) => {
  const page = await workbench.open();
  const at = async (address: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  };
  await at("/sources");
  await expect(page.getByRole("tab", { name: "Codebook" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Follow-up" })).toBeHidden();
  await page.getByRole("tab", { name: "Library" }).click();
  const input = page.locator("input[type=file]").first();
  await input.setInputFiles({ name: "again.zip", mimeType: "application/zip", buffer: await followUp() });
  await page.getByRole("dialog").getByRole("button", { name: "Add to library" }).click();
  await page.getByRole("button", { name: "Open it" }).click();

  await expect(page.getByRole("rowheader", { name: /DE Germany/ })).toContainText("DE");
  await expect(page.getByRole("img", { name: /for the network only/ })).toHaveCount(1);

  await at("/sources?part=follow-up");
  await expect(page.getByRole("cell", { name: /^changed: Yes ?, now Not yet$/ })).toHaveCount(1);
  await expect(
    page.getByRole("columnheader", { name: /Monitoring of the internet 1 changed, 18 the same/ }),
  ).toBeVisible();
  await page.getByRole("switch", { name: "Only states that changed" }).click();
  await expect(page.getByRole("rowheader")).toHaveText([/LT Lithuania/]);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);

  await at("/sources?part=export");
  await page.getByRole("radio", { name: "For the network only" }).check();
  await expect(page.getByRole("button", { name: "Save asked-again-network-only.zip" })).toBeVisible();
  await page.getByRole("radio", { name: "Public" }).check();
  await expect(page.getByRole("listitem").filter({ hasText: "19 of 20 respondents" })).toBeVisible();
});
