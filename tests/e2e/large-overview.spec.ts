import { expect } from "@playwright/test";
import { type TinyQuery, tinyFiles } from "../fixtures/tiny-dataset.ts";
import { zipped } from "./packages-as-files.ts";
import { test } from "./workbench.ts";

const STATES = Array.from({ length: 150 }, (_, i) => `S${i}`);
const QUESTIONS = 120;

function largeQuery(): TinyQuery {
  const questions = Array.from({ length: QUESTIONS }, (_, i) => ({
    id: `${i + 1}`,
    variable: `v${i + 1}`,
    answers: STATES.map(() => "yes" as const),
  }));
  return { respondents: STATES, questions };
}

test("of a large overview the cells in sight are drawn, and keys lead to all others", async ({ workbench }) => {
  const page = await workbench.open();
  await page.evaluate(() => {
    location.hash = "/sources";
  });
  await page.getByRole("tab", { name: "Library" }).click();
  const input = page.locator("input[type=file]").first();
  const buffer = zipped(tinyFiles(largeQuery()));
  await input.setInputFiles({ name: "large.zip", mimeType: "application/zip", buffer });
  await page.getByRole("dialog").getByRole("button", { name: "Add to library" }).click();
  await page.getByRole("button", { name: "Open it" }).click();

  const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
  await cell(0, 0).focus();
  expect(await page.locator("[data-cell]").count()).toBeLessThan((STATES.length * QUESTIONS) / 4);
  for (const [key, row, column] of [
    ["End", 0, 119],
    ["Control+End", 149, 119],
    ["ArrowUp", 148, 119],
    ["Home", 148, 0],
    ["Control+Home", 0, 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(cell(row, column)).toBeFocused();
    await expect(cell(row, column)).toBeInViewport();
  }

  // Where it is scrolled to, it stays, and each answer stands below its question.
  const scroller = page.locator("table").locator("..");
  await scroller.evaluate((own) => own.scrollTo({ top: 2000, left: 4000 }));
  await expect(cell(80, 60)).toBeInViewport();
  expect(await scroller.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])).toEqual([2000, 4000]);
  const lefts = await Promise.all(
    [page.getByRole("columnheader").nth(61), cell(80, 60).locator("xpath=ancestor::td")].map(
      async (at) => (await at.boundingBox())?.x,
    ),
  );
  expect(lefts[0]).toBe(lefts[1]);
});
