import { expect } from "@playwright/test";
import { goRound, type Held, held } from "../bench/leaks/rounds.mjs";
import { test } from "./workbench.ts";

const ROUNDS = 6;

// Its long form is `npm run bench -- leaks`, over 500 rounds and with the heap.
test("opening and closing every screen leaves neither listeners nor nodes behind", async ({ workbench }) => {
  test.setTimeout(300_000);
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  const looks: Held[] = [];
  for (const rounds of [5, ROUNDS, ROUNDS]) {
    await goRound(page, rounds);
    looks.push(await held(devtools));
  }
  // What is loaded late, or is in the middle of something, adds to one stretch or goes; a leak adds to both, and something at every other round at the least.
  for (const what of ["listeners", "nodes"] as const) {
    const [first = 0, second = 0, third = 0] = looks.map((look) => look[what]);
    const said = `${what}: ${first}, ${second}, ${third}`;
    expect(Math.min(second - first, third - second), said).toBeLessThan(ROUNDS / 2);
  }
});
