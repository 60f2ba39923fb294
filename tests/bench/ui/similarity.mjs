import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildProgram } from "../build-program.mjs";
import { mean, median } from "../measure.mjs";
import { openProgram } from "../open-program.mjs";
import { pick, seeded } from "../seeded.mjs";
import { setMark, settled } from "./page-moments.mjs";
import { recordTrace } from "./record-trace.mjs";
import { scriptingMs } from "./scripting-time.mjs";

const STATES =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE NO CH UK IS LI RS ME AL MK BA MD UA GE";
const ANSWERS = ["yes", "yes", "no", "no", "no", "not known", ""];

/**
 * Script that the similarity of 40 states over n variables costs, until its heat map and tree are painted: measured, clustered, ordered and drawn anew
 * each time the screen is opened, by the browser's own performance trace. There is no peer: the figure stands against 100 ms.
 */
export async function benchSimilarity({ n = 100, rounds = 12 }) {
  buildProgram();
  const folder = await mkdtemp(join(tmpdir(), "ahq-bench-"));
  const table = join(folder, "forty-states.csv");
  await writeFile(table, wideTable(n));
  const { page, devtools, close } = await openProgram([table]);
  try {
    await page
      .getByRole("banner")
      .getByRole("button", { name: /EMN ad-hoc query 1055/ })
      .click();
    await page.getByRole("menuitemradio", { name: /forty-states/ }).click();
    await page
      .getByRole("banner")
      .getByRole("button", { name: /forty-states/ })
      .waitFor();
    // The first of all also loads and compiles the code.
    await openSimilarity(page, devtools, "");
    const events = await recordTrace(devtools, async () => {
      for (let round = 0; round < rounds; round++) await openSimilarity(page, devtools, `opening ${round}`);
    });
    const times = Array.from({ length: rounds }, (_, round) => scriptingMs(events, `opening ${round}`));
    const [wall, cpu] = [times.map((time) => time.wall), times.map((time) => time.cpu)];
    return {
      n,
      facts: { states: STATES.split(" ").length, rounds, peers: "no" },
      medianMs: { ours: median(wall) },
      meanMs: { ours: mean(wall) },
      maxMs: { ours: Math.max(...wall) },
      cpuMedianMs: { ours: median(cpu) },
    };
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

function wideTable(n) {
  const random = seeded(1055);
  const header = ["State", ...Array.from({ length: n }, (_, i) => `Question ${i + 1}`)];
  const rows = STATES.split(" ").map((state) => [state, ...Array.from({ length: n }, () => pick(random, ANSWERS))]);
  return [header, ...rows].map((row) => row.join(",")).join("\n");
}

async function openSimilarity(page, devtools, mark) {
  await page.evaluate(() => {
    location.hash = "/sources";
  });
  await page.getByRole("tablist", { name: "Parts of the sources" }).waitFor();
  await settled(page);
  await setMark(devtools, mark && `${mark} from`);
  await page.evaluate(() => {
    location.hash = "/compare?by=similarity";
  });
  await page.getByRole("figure").first().waitFor();
  await settled(page);
  await setMark(devtools, mark && `${mark} to`);
}
