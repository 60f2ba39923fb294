import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { fillFolder } from "./fill-folder.ts";
import { FRESH_STATES, type ScreenState, showState, USED_STATES } from "./screen-states.ts";
import { test } from "./workbench.ts";

const folder = resolve(import.meta.dirname, "../../out/screens");
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
] as const;
const SCHEMES = ["light", "dark"] as const;

test("takes pictures of a program that was just installed", async ({ workbench }) => {
  await takeAll(await workbench.open(), FRESH_STATES);
});

test("takes pictures of a program in use", async ({ workbench }) => {
  const page = await workbench.open();
  await fillFolder(page);
  await takeAll(page, USED_STATES);
});

async function takeAll(page: Page, states: readonly ScreenState[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const state of states) {
    await page.setViewportSize(SIZES[0]);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await showState(page, state);
    for (const size of SIZES) for (const scheme of SCHEMES) await take(page, state.name, size, scheme);
  }
}

async function take(
  page: Page,
  name: string,
  size: (typeof SIZES)[number],
  colorScheme: (typeof SCHEMES)[number],
): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${size.width}.png`) });
}
