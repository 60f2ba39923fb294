import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

const palette = (page: Page) => page.getByRole("dialog", { name: "Find anything" });
const screen = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name });

test("anything is found and chosen by keyboard alone, and what was chosen last stands first", async ({ workbench }) => {
  const page = await workbench.open();
  await page.locator('[data-cell="0:0"]').focus();
  await openPalette(page);
  await page.keyboard.type("compare");
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
  await expect(screen(page, "Compare")).toHaveAttribute("aria-current", "page");

  await openPalette(page);
  await expect(palette(page).getByRole("option").first()).toContainText("Compare");
  await page.keyboard.type("nl");
  await expect(palette(page).getByRole("option").first()).toContainText("Netherlands");
  await page.keyboard.press("Enter");
  await expect(screen(page, "Explore")).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("1 of 20 states");
});

test("arrows go through the list and round its ends, and Escape gives the focus back", async ({ workbench }) => {
  const page = await workbench.open();
  await page.locator('[data-cell="0:0"]').focus();
  await openPalette(page);
  const options = palette(page).getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(page.locator('[data-cell="0:0"]')).toBeFocused();
});

test("a command leads the focus where it says", async ({ workbench }) => {
  const page = await workbench.open();
  await page.locator('[data-cell="0:0"]').focus();
  await openPalette(page);
  await page.keyboard.type("search and");
  await page.keyboard.press("Enter");
  await expect(page.locator("#filter-input")).toBeFocused();
  await openPalette(page);
  await page.keyboard.type("export");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /Export/ })).toBeVisible();
});

test("the shortcuts are shown with ?, and axe finds nothing in them or in the palette in either scheme", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await page.locator('[data-cell="0:0"]').focus();
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
    await page.keyboard.press("?");
    const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(shortcuts).toContainText("Ctrl+K");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(shortcuts).toBeHidden();
    await openPalette(page);
    await page.keyboard.type("be");
    await expect(palette(page).getByRole("option").first()).toContainText("Belgium");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
  }
});

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+K");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
}

async function violations(page: Page): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return results.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`);
}
