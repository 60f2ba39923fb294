import { Bitmap } from "./bitmap.ts";

/** What passes all of several sets, and what would pass if the sets of one key were left out. */
export interface Conjunctions {
  readonly all: Bitmap;
  /** What passes all sets but this key's; `all` itself where the key has none. */
  without(key: string): Bitmap;
}

/** The conjunctions of the sets that belong to keys, and of the others, which are never left out. */
export function conjunctionsOf(
  size: number,
  own: ReadonlyMap<string, Bitmap>,
  others: readonly Bitmap[],
): Conjunctions {
  const sets = [...own.values()];
  // With each set's forerunners and followers known, leaving one out costs one intersection, not all but one.
  const before = runningConjunctions([conjunction(size, others), ...sets]);
  const after = runningConjunctions([Bitmap.all(size), ...[...sets].reverse()]);
  const left = new Map([...own.keys()].map((key, i) => [key, () => at(before, i).and(at(after, sets.length - 1 - i))]));
  const all = at(before, sets.length);
  return { all, without: (key) => left.get(key)?.() ?? all };
}

/** What is in every one of the sets; everything where there are none. */
export function conjunction(size: number, sets: readonly Bitmap[]): Bitmap {
  return sets.reduce((left, right) => left.keep(right), Bitmap.all(size));
}

/** For each set the intersection of all up to it. */
function runningConjunctions(sets: readonly Bitmap[]): readonly Bitmap[] {
  const running: Bitmap[] = [];
  for (const set of sets) running.push(running.at(-1)?.and(set) ?? set);
  return running;
}

function at(sets: readonly Bitmap[], i: number): Bitmap {
  const set = sets[i];
  if (set === undefined) throw new Error(`there is no conjunction ${i}`);
  return set;
}
