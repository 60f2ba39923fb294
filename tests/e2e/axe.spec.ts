import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { fillFolder } from "./fill-folder.ts";
import { SELDOM_STATES, SELDOM_USED_STATES } from "./more-states.ts";
import { FRESH_STATES, type ScreenState, showState, USED_STATES } from "./screen-states.ts";
import { test } from "./workbench.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"];

// Each goes through dozens of states, which takes its time where others are at work as well.
test.describe.configure({ timeout: 360_000 });

test.beforeEach(({ browserName: _ }, { project }) => {
  test.skip(project.name === "electron", "the page is the same in either host");
});

test("axe finds nothing on any screen of a program that was just installed", async ({ workbench }) => {
  await expectClean(await workbench.open(), FRESH_STATES);
});

test("axe finds nothing in any dialog, menu or seldom state", async ({ workbench }) => {
  await expectClean(await workbench.open(), SELDOM_STATES);
});

test("axe finds nothing in a program in use", async ({ workbench }) => {
  const page = await workbench.open();
  await fillFolder(page);
  await expectClean(page, [...USED_STATES, ...SELDOM_USED_STATES]);
});

async function expectClean(page: Page, states: readonly ScreenState[]): Promise<void> {
  const found: string[] = [];
  for (const state of states) {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await showState(page, state);
    found.push(...(await violations(new AxeBuilder({ page }).withTags(TAGS), `${state.name}, light`)));
    // The other scheme has other colours and nothing else.
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    found.push(...(await violations(new AxeBuilder({ page }).withRules("color-contrast"), `${state.name}, dark`)));
  }
  expect(found).toEqual([]);
}

async function violations(axe: AxeBuilder, where: string): Promise<readonly string[]> {
  const results = await axe.setLegacyMode().analyze();
  return results.violations.map(
    ({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html ?? ""} ${nodes[0]?.any[0]?.message ?? ""}`,
  );
}
