import { bitCount, lowestBit } from "./bitmap.ts";
import type { Codes } from "./codes.ts";

// The innermost loops of counting: words of bits, codes by position, counts by code, and no allocation.

/** Adds to the counts the codes at the positions of the bits. */
export function countPositions(words: Uint32Array, codes: Codes, counts: Uint32Array): void {
  for (let i = 0; i < words.length; i++) countWord(words[i] ?? 0, i << 5, codes, counts, 1);
}

/** Takes from the counts the codes at the positions of the bits that are not set. */
export function discountOthers(words: Uint32Array, codes: Codes, counts: Uint32Array): void {
  const last = words.length - 1;
  for (let i = 0; i < last; i++) countWord(~(words[i] ?? 0), i << 5, codes, counts, -1);
  const rest = codes.length & 31;
  const inSize = rest === 0 ? ~0 : (1 << rest) - 1;
  countWord(~(words[last] ?? 0) & inSize, last << 5, codes, counts, -1);
}

/** Turns the counts of the bits of `from` into those of the bits of `to`. */
export function countChanges(from: Uint32Array, to: Uint32Array, codes: Codes, counts: Uint32Array): void {
  for (let i = 0; i < to.length; i++) {
    const [old, now] = [from[i] ?? 0, to[i] ?? 0];
    if (old === now) continue;
    countWord(now & ~old, i << 5, codes, counts, 1);
    countWord(old & ~now, i << 5, codes, counts, -1);
  }
}

function countWord(word: number, base: number, codes: Codes, counts: Uint32Array, step: 1 | -1): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const code = codes[base + lowestBit(rest)] ?? 0;
    counts[code] = (counts[code] ?? 0) + step;
  }
}

/** How many bits differ. */
export function differingBits(from: Uint32Array, to: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < to.length; i++) sum += bitCount((from[i] ?? 0) ^ (to[i] ?? 0));
  return sum;
}

/** Adds to the counts the codes at the positions of the bits, by runs of one code: `runs` has where each begins, and the end. */
export function countRuns(words: Uint32Array, runs: Uint32Array, codes: Codes, counts: Uint32Array): void {
  let before = 0;
  for (let run = 0, word = 0, bits = 0; run + 1 < runs.length; run++) {
    const end = runs[run + 1] ?? 0;
    for (; word < end >>> 5; word++) bits += bitCount(words[word] ?? 0);
    const upTo = bits + bitCount((words[word] ?? 0) & ((1 << (end & 31)) - 1));
    const code = codes[runs[run] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + upTo - before;
    before = upTo;
  }
}

const LEAST_RUN = 16;

/** Where runs of one code begin, with the end of the last; null where runs are so short that counting by them gains nothing. */
export function runsOf(codes: Codes): Uint32Array | null {
  const starts: number[] = [];
  const most = codes.length / LEAST_RUN;
  for (let position = 0; position < codes.length; position++) {
    if (position > 0 && codes[position] === codes[position - 1]) continue;
    if (starts.length >= most) return null;
    starts.push(position);
  }
  return Uint32Array.of(...starts, codes.length);
}
