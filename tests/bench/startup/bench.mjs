import { resolve } from "node:path";
import { buildProgram } from "../build-program.mjs";
import { mean, median } from "../measure.mjs";
import { launchBrowser, serveProgram } from "../open-program.mjs";
import { buildBare } from "./build-bare.mjs";

const root = resolve(import.meta.dirname, "../../..");

/**
 * From the request for the page until its first contentful paint, and until it is usable: for ours when the table of Overview answers a click,
 * for a bare page of React and Mantine when its button does. Each round starts the program anew and opens it in a browser profile that was never used.
 */
export async function benchStartup({ rounds = 15 }) {
  buildProgram();
  const pages = {
    ours: { folder: root, target: "[data-cell]" },
    bare: { folder: await buildBare(), target: "button" },
  };
  const times = { ours: [], bare: [], "ours, usable": [], "bare, usable": [] };
  // One round goes before, for the files of both to be in the system's cache alike.
  for (let round = -1; round < rounds; round++)
    for (const [name, page] of Object.entries(pages)) {
      const { paintMs, usableMs } = await openOnce(page);
      if (round < 0) continue;
      times[name].push(paintMs);
      times[`${name}, usable`].push(usableMs);
    }
  const medianMs = mapped(times, median);
  const percent = (name) => (100 * medianMs[name]) / medianMs[name.replace("ours", "bare")];
  return {
    n: rounds,
    medianMs,
    meanMs: mapped(times, mean),
    percentOfBare: { "first paint": percent("ours"), usable: percent("ours, usable") },
  };
}

// A browser and a server that have just started have work of their own to end.
const rest = () => new Promise((done) => setTimeout(done, 800));

async function openOnce({ folder, target }) {
  const server = await serveProgram(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(timeFirstAnswer, target);
    await rest();
    await page.goto(server.address);
    // The address that launches the page leads on to the page's own.
    await page.waitForURL((url) => url.pathname === "/");
    const paintMs = await page.evaluate(firstContentfulPaint);
    const answerMs = await page.evaluate(() => globalThis.firstAnswer);
    // What is not painted yet is no use to anyone.
    return { paintMs, usableMs: Math.max(paintMs, answerMs) };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in the page. */
function firstContentfulPaint() {
  return new Promise((painted) => {
    new PerformanceObserver((entries) => {
      for (const { startTime } of entries.getEntriesByName("first-contentful-paint")) painted(startTime);
    }).observe({ type: "paint", buffered: true });
  });
}

/** Runs in the page: clicks the first such button as soon as it is there, and keeps for `firstAnswer` when it says that it is pressed. */
function timeFirstAnswer(target) {
  let isClicked = false;
  globalThis.firstAnswer = new Promise((answered) => {
    const look = () => {
      const button = document.querySelector(target);
      if (button?.getAttribute("aria-pressed") === "true") return answered(performance.now());
      if (button !== null && !isClicked) {
        isClicked = true;
        button.click();
      }
      return requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
