import { markOf } from "./record-trace.mjs";

/** Milliseconds of the longest task of the page's main thread between the marks `<name> from` and `<name> to`: by the wall clock, and the longest of the processor. */
export function longestTask(events, name) {
  const from = markOf(events, `${name} from`);
  const to = markOf(events, `${name} to`);
  const tasks = events.filter(
    ({ ph, pid, tid, ts, name: of }) =>
      ph === "X" && of === "RunTask" && pid === from.pid && tid === from.tid && ts > from.ts && ts < to.ts,
  );
  if (tasks.length === 0) throw new Error(`the trace has no task of "${name}"`);
  return {
    wall: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    cpu: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}
