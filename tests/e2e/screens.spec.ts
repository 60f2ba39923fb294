import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "./workbench.ts";

const PLACES = {
  Overview: "/overview?response=3.1/BE",
  Explore: "/explore?where=monitoring:yes&reading=responses",
  Compare: "/compare?compare=BE,DE,NL,LU&baseline=NL",
  Notebook: "/notebook",
  Sources: "/sources",
} as const;

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen in the ${scheme} scheme`, async ({ workbench }) => {
    const page = await workbench.open();
    await expect(page.getByRole("table")).toBeVisible();
    await page.emulateMedia({ colorScheme: scheme });
    for (const [name, address] of Object.entries(PLACES)) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, address);
      const way = page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name });
      await expect(way).toHaveAttribute("aria-current", "page");
      await expect(page.locator("main > *").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    }
  });
}

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
  const filter = page.getByRole("textbox", { name: "Filter" });
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
