import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "./workbench.ts";

/** Where each screen is shown at work, and a text that is there once it is. */
const PLACES = {
  Overview: { address: "/overview?response=3.1/BE", shows: "Follow-up questions" },
  Explore: { address: "/explore?where=monitoring:yes&reading=responses", shows: "15 states, 15 responses" },
  Compare: { address: "/compare?compare=BE,DE,NL,LU&baseline=NL", shows: "Only rows that differ" },
  "Compare, turned over": {
    address: "/compare?compare=BE,@1,NL&group=SE,FI,EE:North&form=transposed&folded=3.2",
    shows: "State or group",
  },
  Similarity: { address: "/compare?by=similarity", shows: "Most typical to least" },
  "Cross-table": {
    address: "/compare?by=crosstab&rows=partners&columns=monitoring&where=partners:facebook",
    shows: "A state counts under each of its codes",
  },
  "Truth table": {
    address: "/compare?by=truth-table&conditions=monitoring:yes,cooperation:yes&outcome=evidence:yes&missing=bounds",
    shows: "Logical remainders",
  },
  Tensions: { address: "/compare?by=tensions", shows: "To the notebook" },
  Notebook: { address: "/notebook", shows: "No questions yet" },
  Sources: { address: "/sources", shows: "Your data folder" },
  Guide: { address: "/guide", shows: "Begin here" },
  "A page of the guide": { address: "/guide?page=filter-language", shows: "Keys and values" },
} as const;

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen in the ${scheme} scheme`, async ({ workbench }) => {
    const page = await workbench.open();
    await expect(page.getByRole("table")).toBeVisible();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
    for (const [name, { address, shows }] of Object.entries(PLACES)) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, address);
      await expect(page.getByText(shows).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    }
  });
}

test("every screen and every part of the sources has one first heading", async ({ workbench }) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  for (const screen of ["Overview", "Explore", "Compare", "Notebook", "Guide", "Sources"]) {
    await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: screen }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
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
