import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { readPackage } from "../../src/formats/read-package.ts";
import { unzip } from "../fixtures/unzip.ts";
import { test } from "./workbench.ts";

test("the package goes out as a zip that is read again, and as indicators with what goes beside them", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await page.evaluate(() => {
    location.hash = "/sources?part=export";
  });
  const zip = await workbench.saved(page, () => page.getByRole("button", { name: "Save emn-ahq-1055.zip" }).click());
  await expect(page.getByText(/^Saved /)).toBeVisible();
  const files = await unzip(zip);
  expect(readPackage(files).dataset?.respondents).toHaveLength(20);
  expect(files["README.md"]).toContain("## Codebook");

  await page.getByRole("radio", { name: "Indicators" }).check();
  await expect(page.getByRole("button", { name: "Save emn-ahq-1055-indicators.zip" })).toBeVisible();
  await expect(page.getByRole("radiogroup", { name: "For whom" })).toBeHidden();
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any part of the sources in the ${scheme} scheme`, async ({ workbench }) => {
    const page = await workbench.open();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page
      .getByRole("button", { name: "Sources" })
      .or(page.getByRole("link", { name: "Sources" }))
      .first()
      .click();
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await expect(page.getByRole("tabpanel")).not.toBeEmpty();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    }
  });
}
