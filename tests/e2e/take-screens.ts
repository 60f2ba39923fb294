import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { fillFolder } from "./fill-folder.ts";
import { FRESH_STATES, type ScreenState, showState, USED_STATES } from "./screen-states.ts";
import { smallPng } from "./small-png.ts";
import { test } from "./workbench.ts";

const root = resolve(import.meta.dirname, "../..");
const isForGuide = process.env.AHQ_SCREENS === "guide";
const folder = join(root, isForGuide ? "docs/guide/images" : "out/screens");
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
] as const;
const SCHEMES = ["light", "dark"] as const;

// The guide has the pictures that its pages ask for, light and small.
const wanted = isForGuide ? await picturesOfGuide() : null;

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
  for (const state of states.filter(({ name }) => wanted?.has(name) ?? true)) {
    await page.setViewportSize(SIZES[0]);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await showState(page, state);
    if (wanted !== null) await writeFile(join(folder, `${state.name}.png`), smallPng(await page.screenshot()));
    else for (const size of SIZES) for (const scheme of SCHEMES) await take(page, state.name, size, scheme);
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

async function picturesOfGuide(): Promise<ReadonlySet<string>> {
  const guide = join(root, "docs/guide");
  const pages = (await readdir(guide)).filter((name) => name.endsWith(".md"));
  const texts = await Promise.all(pages.map((name) => readFile(join(guide, name), "utf8")));
  return new Set(texts.join("").match(/(?<=\(images\/)[a-z-]+(?=\.png\))/g));
}
