import { expect } from "@playwright/test";
import { goRound, held } from "../bench/leaks/rounds.mjs";
import { test } from "./workbench.ts";

const ROUNDS = 20;

// Its long form is `npm run bench -- leaks`, over 500 rounds and with the heap.
test("opening and closing every screen leaves neither listeners nor nodes behind", async ({ workbench }) => {
  test.setTimeout(240_000);
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await goRound(page, 5);
  const before = await held(devtools);
  await goRound(page, ROUNDS);
  const after = await held(devtools);
  // Less than one for each round: what is still in the middle of something differs by a few.
  expect(after.listeners - before.listeners).toBeLessThan(ROUNDS);
  expect(after.nodes - before.nodes).toBeLessThan(ROUNDS);
});
