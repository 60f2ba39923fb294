// Every screen, and the parts of Compare and Notebook that are screens of their own, with a heading that is there once they are.
const PLACES = [
  "/overview",
  "/overview?response=3.1/BE",
  "/explore?where=monitoring:yes",
  "/compare?compare=BE,DE,NL",
  "/compare?by=similarity",
  "/compare?by=crosstab&rows=partners&columns=monitoring",
  "/compare?by=truth-table&conditions=monitoring:yes,cooperation:yes&outcome=evidence:yes",
  "/compare?by=tensions",
  "/notebook",
  "/sources",
  "/guide",
];

/** Goes to every screen and back to the first, and opens and closes what stands over them, so many times. */
export async function goRound(page, rounds) {
  for (let round = 0; round < rounds; round++) {
    for (const place of PLACES) await show(page, place);
    await openAndClose(page, "ControlOrMeta+k");
    await openAndClose(page, "?");
  }
  await show(page, "/overview");
}

/** What the page holds on to once its garbage is collected. */
export async function held(devtools) {
  await devtools.send("Performance.enable");
  // What one collection frees of the page's nodes lets go of script, and the other way round.
  for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const metricOf = (name) => metrics.find((metric) => metric.name === name).value;
  return { listeners: metricOf("JSEventListeners"), nodes: metricOf("Nodes"), heapBytes: metricOf("JSHeapUsedSize") };
}

async function show(page, place) {
  await page.evaluate(async (hash) => {
    const before = location.hash;
    location.hash = hash;
    // Chromium passes over changes of the address after 200 in ten seconds, which a fast machine comes to.
    while (location.hash === before && before !== `#${hash}`) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      location.hash = hash;
    }
  }, place);
  const screen = place.slice(1).split("?")[0];
  await page.locator(`nav[aria-label="Screens"] [aria-current="page"]`, { hasText: new RegExp(screen, "i") }).waitFor();
  await page.locator("#screen h1").first().waitFor({ state: "attached" });
}

async function openAndClose(page, keys) {
  await page.locator("#screen").focus();
  await page.keyboard.press(keys);
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}
