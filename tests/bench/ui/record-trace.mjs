const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "blink.user_timing",
  "v8.execute",
  "v8",
];

/** The events of the browser's performance trace while something is done. */
export async function recordTrace(devtools, act) {
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES, recordMode: "recordAsMuchAsPossible" },
  });
  await act();
  await devtools.send("Tracing.end");
  await complete;
  devtools.removeAllListeners("Tracing.dataCollected");
  return events;
}

/** The mark of a name that was put into a trace. */
export function markOf(events, name) {
  const mark = events.find((event) => event.cat === "blink.user_timing" && event.name === name);
  if (mark === undefined) throw new Error(`the trace has no mark "${name}"`);
  return mark;
}
