/** Puts a mark into the page's trace; an empty name puts none. */
export async function setMark(devtools, name) {
  if (name === "") return;
  await devtools.send("Runtime.evaluate", { expression: `performance.mark(${JSON.stringify(name)})` });
}

/** Once the page has painted and has nothing left to do. */
export function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));
}
