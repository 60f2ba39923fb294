import { Bitmap } from "./bitmap.ts";

/** What passes all of several sets, and what would pass if the sets of one key were left out. Sets that others hold as well: do not change them. */
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
  const keys = [...own.keys()];
  const sets = [...own.values()];
  // With the conjunctions of each set's forerunners and followers kept, leaving one out costs one intersection, not all but one.
  const before = running([...others, ...sets]);
  const after = running([...sets].reverse());
  const all = before(others.length + sets.length) ?? Bitmap.all(size);
  const without = (key: string): Bitmap => {
    const i = keys.indexOf(key);
    if (i === -1) return all;
    return both(before(others.length + i), after(sets.length - 1 - i)) ?? Bitmap.all(size);
  };
  return { all, without };
}

/** What is in every one of the sets; everything where there are none. */
export function conjunction(size: number, sets: readonly Bitmap[]): Bitmap {
  return running(sets)(sets.length) ?? Bitmap.all(size);
}

/** Gives the intersection of the first so many sets, null for none, each made once and when it is first asked for. */
function running(sets: readonly Bitmap[]): (length: number) => Bitmap | null {
  const made: (Bitmap | null)[] = [null];
  return (length) => {
    for (let i = made.length; i <= length; i++) made.push(both(made[i - 1] ?? null, sets[i - 1] ?? null));
    return made[length] ?? null;
  };
}

// Null is what restricts nothing.
function both(left: Bitmap | null, right: Bitmap | null): Bitmap | null {
  return left === null || right === null ? (left ?? right) : left.and(right);
}
