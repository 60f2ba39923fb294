import { expect, type Page } from "@playwright/test";
import { fillFolder } from "./fill-folder.ts";
import { geometryFindings, type Look } from "./geometry.ts";
import { SELDOM_STATES, SELDOM_USED_STATES } from "./more-states.ts";
import { FRESH_STATES, type ScreenState, showState, USED_STATES } from "./screen-states.ts";
import { test } from "./workbench.ts";

/** A usual window, the smallest, larger ones, and the first at 200 % zoom. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1080 },
  { width: 640, height: 360 },
] as const;

// Each goes through dozens of states, which takes its time where others are at work as well.
test.describe.configure({ timeout: 360_000 });

test.beforeEach(({ browserName: _ }, { project }) => {
  test.skip(project.name === "electron", "the page is the same in either host");
});

test("nothing is clipped, overlapping, overflowing or too small to press in what is seen more seldom", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await expectSound(page, SELDOM_STATES);
});

test("nothing is clipped, overlapping, overflowing or too small to press in a program in use", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await fillFolder(page);
  await expectSound(page, [...USED_STATES, ...SELDOM_USED_STATES]);
});

// In two, and last, so that neither worker has to wait long for the other.
const HALF = Math.ceil(FRESH_STATES.length / 2);
for (const [i, states] of [FRESH_STATES.slice(0, HALF), FRESH_STATES.slice(HALF)].entries())
  test(`nothing is clipped, overlapping, overflowing or too small to press in a program that was just installed, ${i + 1} of 2`, async ({
    workbench,
  }) => {
    const page = await workbench.open();
    await expectSound(page, states);
  });

/** Things that are wrong, each with what is to be found of it and of nothing else. */
const PLANTED = {
  "text cut off": '<div style="width:60px;overflow:hidden;white-space:nowrap">A sentence that is much too long</div>',
  "field cuts off its text": '<input readonly style="width:50px" value="A sentence that is much too long">',
  "texts over each other": '<div style="position:relative">One<div style="position:absolute;inset:0">Other</div></div>',
  "targets over each other":
    '<button style="width:90px;height:30px">One</button><button style="width:90px;height:30px;margin-left:-50px"></button>',
  "small target": '<button style="width:20px;height:20px"></button><button style="width:20px;height:20px"></button>',
  "target cut off": '<div style="width:60px;overflow:hidden"><button style="width:120px;height:30px"></button></div>',
  "outside its dialog":
    '<div role="dialog" style="width:120px;height:30px;white-space:nowrap"><p>A sentence that is much too long</p></div>',
  "the page is wider": '<div style="width:3000px;height:1px"></div>',
} as const;

/** Things that are right until lines, letters and paragraphs are spaced out. */
const TIGHT = [
  '<div style="overflow:hidden;line-height:1;height:34px">Set<br>out</div>',
  '<div style="overflow:hidden;white-space:nowrap;width:90px">Set all out</div>',
  '<div style="overflow:hidden;height:60px"><p style="margin:0">Set</p><p style="margin:0">out</p></div>',
] as const;

test("what is planted in the page is found, and nothing where nothing is planted", async ({ workbench }) => {
  const page = await workbench.open();
  // The workbench's own page takes no styles that are written into it.
  await page.goto("about:blank");
  const findingsIn = async (html: string, look: Look = "light") => {
    await page.setContent(`<!doctype html><div style="font:16px sans-serif">${html}</div>`);
    return (await geometryFindings(page, [look]))[look] ?? [];
  };
  for (const [kind, html] of Object.entries(PLANTED)) {
    const found = await findingsIn(html);
    expect(found, kind).toHaveLength(1);
    expect(found[0]).toContain(kind);
  }
  // Each holds its text as long as nobody spaces it out.
  for (const tight of TIGHT) {
    expect(await findingsIn(tight), tight).toEqual([]);
    expect(await findingsIn(tight, "spaced"), tight).toEqual([expect.stringContaining("text cut off")]);
  }
  const told = PLANTED["text cut off"].replace("<div", '<div title="A sentence that is much too long"');
  expect(await findingsIn(told.replace("nowrap", "nowrap;text-overflow:ellipsis"))).toEqual([]);
});

async function expectSound(page: Page, states: readonly ScreenState[]): Promise<void> {
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const findings: string[] = [];
  for (const state of states) {
    await page.setViewportSize(SIZES[0]);
    await showState(page, state);
    findings.push(...(await findingsAtSizes(page, state.name)));
  }
  expect(findings).toEqual([]);
}

/** Each thing found is told once, where it was found first. */
async function findingsAtSizes(page: Page, name: string): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const looks = size === SIZES[0] ? (["light", "dark", "spaced"] as const) : (["light", "dark"] as const);
    const findings = await geometryFindings(page, looks);
    for (const look of looks)
      for (const finding of findings[look] ?? [])
        if (!found.has(finding)) found.set(finding, `${name}, ${size.width} x ${size.height}, ${look}: ${finding}`);
  }
  return [...found.values()];
}
