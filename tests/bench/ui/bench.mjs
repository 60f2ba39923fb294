import { buildProgram } from "../build-program.mjs";
import { mean, median } from "../measure.mjs";
import { openProgram } from "../open-program.mjs";
import { pick, seeded } from "../seeded.mjs";
import { setMark, settled } from "./page-moments.mjs";
import { recordTrace } from "./record-trace.mjs";
import { scriptingMs } from "./scripting-time.mjs";

const FORMS = ["Cards", "Table"];
/** Clicks after which the filter begins anew, so that there is something left to filter. */
const CLICKS_A_FILTER = 4;

/**
 * Script that a click on a facet costs, until all that it changes is painted: the built program in browser mode, on the packaged data,
 * in headless Chromium, by the browser's own performance trace. There is no peer: the figure stands against a frame of 16 ms.
 */
export async function benchUi({ n = 60 }) {
  buildProgram();
  const opened = await openProgram();
  try {
    const times = {};
    for (const form of FORMS) times[form] = await timesOfClicks(opened, form, n);
    const scripting = Object.fromEntries(FORMS.map((form) => [form, times[form].map(({ wall }) => wall)]));
    const onCpu = Object.fromEntries(FORMS.map((form) => [form, times[form].map(({ cpu }) => cpu)]));
    // `ours` is what is shown at first.
    const medianMs = { ours: median(scripting.Cards), table: median(scripting.Table) };
    return {
      n,
      facts: { peers: "no" },
      medianMs,
      meanMs: { ours: mean(scripting.Cards), table: mean(scripting.Table) },
      maxMs: { ours: Math.max(...scripting.Cards), table: Math.max(...scripting.Table) },
      // Processor time alone: what the wall clock would show on a machine that does nothing else.
      cpuMedianMs: { ours: median(onCpu.Cards), table: median(onCpu.Table) },
      heapBytes: await heapOverFiltering(opened, n),
    };
  } finally {
    await opened.close();
  }
}

async function timesOfClicks({ page, devtools }, form, n) {
  await showExplore(page);
  await page.getByRole("radiogroup", { name: "Form of the results" }).getByText(form).click();
  const random = seeded(7);
  const values = await page.locator("[data-facet-value]:not(:disabled)").count();
  // The first clicks also compile the code that they run.
  for (let i = 0; i < 12; i++) await clickValue(page, devtools, pick(random, range(values)), i, "");
  const events = await recordTrace(devtools, async () => {
    for (let i = 0; i < n; i++) await clickValue(page, devtools, pick(random, range(values)), i, `click ${i}`);
  });
  return range(n).map((i) => scriptingMs(events, `click ${i}`));
}

// The pointer is on the value before the clock starts, as it is in life.
async function clickValue(page, devtools, at, i, mark) {
  if (i % CLICKS_A_FILTER === 0) await showExplore(page);
  const value = page.locator("[data-facet-value]:not(:disabled)").nth(at);
  await value.scrollIntoViewIfNeeded();
  const box = await value.boundingBox();
  const point = { x: box.x + 20, y: box.y + box.height / 2 };
  await devtools.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...point });
  await settled(page);
  await setMark(devtools, mark && `${mark} from`);
  const button = { ...point, button: "left", clickCount: 1 };
  await devtools.send("Input.dispatchMouseEvent", { type: "mousePressed", ...button });
  await devtools.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...button });
  await new Promise((done) => setTimeout(done, 150));
  await setMark(devtools, mark && `${mark} to`);
}

async function showExplore(page) {
  await page.evaluate(() => {
    location.hash = "/explore";
  });
  await page.getByRole("heading", { name: "20 states, 140 responses" }).waitFor();
  await settled(page);
}

/** The page's heap after so many clicks and after three times as many: what filtering leaves behind would show between the two. */
async function heapOverFiltering({ page, devtools }, n) {
  await showExplore(page);
  const values = await page.locator("[data-facet-value]:not(:disabled)").count();
  const random = seeded(11);
  const clicks = async (count) => {
    for (let i = 0; i < count; i++) await clickValue(page, devtools, pick(random, range(values)), i, "");
    await showExplore(page);
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize;
  };
  return { [`after ${n}`]: await clicks(n), [`after ${3 * n}`]: await clicks(2 * n) };
}

function range(length) {
  return Array.from({ length }, (_, i) => i);
}
