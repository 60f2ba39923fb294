import { buildOurs } from "../build-ours.mjs";
import { buildProgram } from "../build-program.mjs";
import { mean, median } from "../measure.mjs";
import { openProgram } from "../open-program.mjs";
import { longestTask } from "../ui/longest-task.mjs";
import { setMark, settled } from "../ui/page-moments.mjs";
import { recordTrace } from "../ui/record-trace.mjs";

const CHANGES = 10;

/**
 * The longest task on the page's main thread while a notebook of n notes with ten changes each is listed, searched, filtered, grouped, sorted and written in:
 * by the browser's own performance trace, processor time beside wall time. There is no peer: the figures stand against 50 ms.
 */
export async function benchNotebook({ n = 10_000, rounds = 5 }) {
  buildProgram();
  const { writeJournal } = await buildOurs("notebook/ours.ts");
  const { page, devtools, close } = await openProgram([], (userData) => writeJournal(userData, n, CHANGES));
  try {
    await page.getByRole("navigation").getByText(n.toString()).waitFor({ timeout: 60_000 });
    await goTo(page, "/notebook?notebook=notes");
    await page.locator("[data-row]").first().click();
    // The search is made ready while nothing else is to be done.
    await new Promise((done) => setTimeout(done, 3000));
    const acts = actsOn(page);
    for (const act of Object.values(acts)) await act(0);
    const events = await recordTrace(devtools, async () => {
      for (let round = 1; round <= rounds; round++)
        for (const [name, act] of Object.entries(acts)) {
          await settled(page);
          await setMark(devtools, `${name} ${round} from`);
          await act(round);
          await new Promise((done) => setTimeout(done, 300));
          await settled(page);
          await setMark(devtools, `${name} ${round} to`);
        }
    });
    const tasks = Object.fromEntries(
      Object.keys(acts).map((name) => [
        name,
        Array.from({ length: rounds }, (_, i) => longestTask(events, `${name} ${i + 1}`)),
      ]),
    );
    const each = (of) => Object.fromEntries(Object.entries(tasks).map(([name, all]) => [name, of(all)]));
    const wall = (all) => all.map((task) => task.wall);
    const worst = Object.values(tasks).flat();
    return {
      n,
      facts: { "changes each": CHANGES, peers: "no" },
      medianMs: { ours: median(wall(worst)) },
      meanMs: { ours: mean(wall(worst)) },
      longestTaskMs: each((all) => Math.max(...wall(all))),
      longestTaskCpuMs: each((all) => Math.max(...all.map((task) => task.cpu))),
    };
  } finally {
    await close();
  }
}

/** What an analyst does with the notes, by name; each leaves the list so that the next can begin. */
function actsOn(page) {
  const search = page.getByLabel("Search notes");
  const choose = async (label, option, within = page) => {
    await within.getByRole("combobox", { name: label }).click();
    await page.getByRole("option", { name: option }).click();
  };
  return {
    overview: async () => {
      await goTo(page, "/overview");
      await page.locator("[data-cell]").first().waitFor();
    },
    open: async () => {
      await goTo(page, "/notebook?notebook=notes");
      await page.locator("[data-row]").first().click();
    },
    scroll: async () => {
      await page.locator("[data-row]").first().hover();
      for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 2000);
      await page.mouse.wheel(0, -40_000);
    },
    search: async () => {
      await search.pressSequentially("police groups", { delay: 30 });
      await search.fill("");
    },
    filter: async () => {
      await page.getByRole("button", { name: /^Filter notes/ }).click();
      await choose("Status", /^Drafted/, page.getByRole("dialog", { name: "Filter notes" }));
      await page.getByRole("button", { name: "Show all" }).click();
      await page.keyboard.press("Escape");
    },
    group: async () => {
      await choose("Group notes", "By state");
      await choose("Group notes", "Not grouped");
    },
    sort: async () => {
      await choose("Sort notes", "Title");
      await choose("Sort notes", "Latest change");
    },
    board: async () => {
      await page.getByRole("tab", { name: "Board" }).click();
      await page.getByRole("tab", { name: "Questions" }).click();
    },
    write: async (round) => {
      await page.getByLabel("Notes (Markdown)").pressSequentially(`round ${round} `, { delay: 60 });
      await new Promise((done) => setTimeout(done, 1000));
    },
  };
}

async function goTo(page, address) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}
