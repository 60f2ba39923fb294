import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/** The milliseconds that each of these calls takes. */
export function millisecondsOf(inputs, call) {
  return inputs.map((input) => {
    const start = performance.now();
    call(input);
    return performance.now() - start;
  });
}

/** The milliseconds until what this call begins is done. */
export async function millisecondsUntil(call) {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

/** What `make` builds, with the bytes of heap and array buffers that are still held once it is built and used, and the time it takes to build. */
export async function weigh(make, use) {
  const before = bytesHeld();
  const start = performance.now();
  const made = await make();
  const buildMs = performance.now() - start;
  use(made);
  return { made, bytes: bytesHeld() - before, buildMs };
}

function bytesHeld() {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The middle one of these numbers. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** The mean of these numbers. */
export function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
