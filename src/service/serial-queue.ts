/** Runs one task after the other, in the order in which they came; a task that fails holds nobody up. */
export type SerialQueue = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A queue with nothing in it. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    // Whoever asked for the task is told of its failure; the queue only waits for its end.
    last = result.catch(() => undefined);
    return result;
  };
}
