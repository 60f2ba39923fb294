import { markOf } from "./record-trace.mjs";

// The events that the performance panel of the developer tools counts as scripting, garbage collection among them.
const SCRIPTING = new Set([
  "EvaluateScript",
  "v8.run",
  "v8.compile",
  "FunctionCall",
  "EventDispatch",
  "TimerFire",
  "FireAnimationFrame",
  "FireIdleCallback",
  "RunMicrotasks",
  "V8.GCScavenger",
  "V8.GCIncrementalMarking",
  "V8.GCFinalizeMC",
  "MinorGC",
  "MajorGC",
]);

// What scripting waits for within it is not script: styles and layout that it asks for.
const RENDERING = new Set([
  "UpdateLayoutTree",
  "RecalculateStyles",
  "Layout",
  "HitTest",
  "ParseHTML",
  "PrePaint",
  "Paint",
  "Layerize",
  "Commit",
]);

/** Milliseconds of script on the page's main thread between the marks `<name> from` and `<name> to`: by the wall clock, and of the processor. */
export function scriptingMs(events, name) {
  const from = markOf(events, `${name} from`);
  const to = markOf(events, `${name} to`);
  const inside = events
    .filter(({ ph, pid, tid, ts }) => ph === "X" && pid === from.pid && tid === from.tid && ts > from.ts && ts < to.ts)
    .filter((event) => SCRIPTING.has(event.name) || RENDERING.has(event.name))
    // An event that encloses another comes before it.
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return { wall: selfTimes(inside, "ts", "dur"), cpu: selfTimes(inside, "tts", "tdur") };
}

// The time of the scripting events without that of the rendering events within them, and of scripting again within those.
function selfTimes(events, start, length) {
  const open = [];
  let sum = 0;
  for (const event of events) {
    while (open.length > 0 && open.at(-1).ts + (open.at(-1).dur ?? 0) <= event.ts) open.pop();
    const isScript = SCRIPTING.has(event.name);
    const isInScript = open.length > 0 && SCRIPTING.has(open.at(-1).name);
    const time = event[start] === undefined ? 0 : (event[length] ?? 0);
    if (isScript && !isInScript) sum += time;
    if (!isScript && isInScript) sum -= time;
    open.push(event);
  }
  return sum / 1000;
}
