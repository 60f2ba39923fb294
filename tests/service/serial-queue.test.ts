import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSerialQueue } from "../../src/service/serial-queue.ts";

test("runs tasks one after the other, in their order, past those that fail", async () => {
  const queue = createSerialQueue();
  const events: string[] = [];
  const task = (name: string, wait: number) => async () => {
    events.push(`${name} begins`);
    await pause(wait);
    events.push(`${name} ends`);
    if (name === "b") throw new Error("b failed");
    return name;
  };
  const results = await Promise.allSettled([queue(task("a", 20)), queue(task("b", 0)), queue(task("c", 5))]);
  expect(events).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
