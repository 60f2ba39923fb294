import { Bitmap } from "./bitmap.ts";
import type { Codes } from "./codes.ts";
import { countChanges, countPositions, countRuns, differingBits, discountOthers, runsOf } from "./count-codes.ts";
import type { ValueColumn } from "./value-column.ts";

/**
 * A column with exactly one value at each position, as codes.
 *
 * There are several ways to count, and none is best everywhere (measured over 225,000 positions, Node 20):
 * - by runs, where neighbours share a value: a bit count of the selection, 10 µs whatever the number of values;
 * - by sets, where values are few: 1.4 ns a word of each value's bitmap (7 values 70 µs, 1,500 would be 15 ms);
 * - by positions, where few are selected or, by subtraction, few are not: 1.7 ns each, whatever the number of values;
 * - by what has changed since the count before: 1.7 ns each, and 10 µs to find that out.
 * Each call takes the one that the selection makes cheapest.
 */
export class CodedColumn implements ValueColumn {
  readonly size: number;
  readonly totals: Uint32Array;
  /** For each position the code of its value. */
  readonly codes: Codes;
  private readonly runs: Uint32Array | null;
  private readonly sets = new Map<number, Bitmap>();
  private lastChoice: { readonly codes: ReadonlySet<number>; readonly held: Bitmap };
  private lastCounted: Bitmap;
  /** The counts of what was counted last. */
  private readonly counts: Uint32Array;

  constructor(codes: Codes, valueCount: number) {
    this.size = codes.length;
    this.codes = codes;
    this.totals = new Uint32Array(valueCount);
    this.counts = new Uint32Array(valueCount);
    this.runs = runsOf(codes);
    this.lastChoice = { codes: new Set(), held: Bitmap.none(this.size) };
    this.lastCounted = Bitmap.none(this.size);
    countPositions(Bitmap.all(this.size).words, codes, this.totals);
  }

  set(code: number): Bitmap {
    const known = this.sets.get(code);
    if (known !== undefined) return known;
    const made = Bitmap.none(this.size);
    this.flipHeld(made, [code]);
    if (this.isDense(code)) this.sets.set(code, made);
    return made;
  }

  // Values do not overlap, so that a choice is made from the one before by flipping the values that were added or dropped: after a click, one.
  anyOf(codes: readonly number[]): Bitmap {
    const chosen = new Set(codes);
    const changed = [...this.lastChoice.codes].filter((code) => !chosen.has(code));
    for (const code of chosen) if (!this.lastChoice.codes.has(code)) changed.push(code);
    const isNear = changed.length < chosen.size;
    const held = isNear ? this.lastChoice.held.copy() : Bitmap.none(this.size);
    this.flipValues(held, isNear ? changed : [...chosen]);
    this.lastChoice = { codes: chosen, held };
    return held;
  }

  count(selection: Bitmap): Uint32Array {
    if (selection !== this.lastCounted) this.countAnew(selection);
    this.lastCounted = selection;
    return this.counts;
  }

  // Costs are in nanoseconds, as measured; only their relation matters.
  private countAnew(selection: Bitmap): void {
    const { words, count: selected } = selection;
    const pass = 1.4 * words.length;
    const byPositions = 1.7 * Math.min(selected, this.size - selected) + 0.6 * pass;
    const bySets = pass * (this.totals.length - 1);
    const byRuns = this.runs === null ? Number.POSITIVE_INFINITY : pass + 4 * this.runs.length;
    const cheapest = Math.min(byPositions, bySets, byRuns);
    if (this.isNearer(selection, cheapest - 2 * pass)) this.countByChanges(selection);
    else if (cheapest === byRuns) this.countByRuns(selection);
    else if (cheapest === byPositions) this.countByPositions(selection);
    else this.countBySets(selection);
  }

  /** Whether what has changed since the last count is counted for less than this. */
  private isNearer({ words, count }: Bitmap, cost: number): boolean {
    const most = cost / 1.7;
    return Math.abs(count - this.lastCounted.count) < most && differingBits(this.lastCounted.words, words) < most;
  }

  private countByChanges({ words }: Bitmap): void {
    countChanges(this.lastCounted.words, words, this.codes, this.counts);
  }

  private countByRuns({ words }: Bitmap): void {
    this.counts.fill(0);
    if (this.runs !== null) countRuns(words, this.runs, this.codes, this.counts);
  }

  private countByPositions({ words, count: selected }: Bitmap): void {
    if (selected <= this.size - selected) {
      this.counts.fill(0);
      countPositions(words, this.codes, this.counts);
    } else {
      this.counts.set(this.totals);
      discountOthers(words, this.codes, this.counts);
    }
  }

  // What the other values leave is the last one's, since each position has exactly one.
  private countBySets(selection: Bitmap): void {
    const last = this.counts.length - 1;
    let left = selection.count;
    for (let code = 0; code < last; code++) {
      const counted = this.totals[code] === 0 ? 0 : this.set(code).countWith(selection);
      this.counts[code] = counted;
      left -= counted;
    }
    this.counts[last] = left;
  }

  private flipValues(held: Bitmap, codes: readonly number[]): void {
    for (const code of codes) if (this.isDense(code)) held.flip(this.set(code));
    const rare = codes.filter((code) => !this.isDense(code));
    if (rare.length > 0) this.flipHeld(held, rare);
  }

  private flipHeld(held: Bitmap, values: readonly number[]): void {
    const { codes, runs, size } = this;
    const isWanted = new Uint8Array(this.totals.length);
    for (const code of values) isWanted[code] = 1;
    if (runs === null) {
      for (let position = 0; position < size; position++)
        if (isWanted[codes[position] ?? 0] === 1) held.flipRange(position, position + 1);
      return;
    }
    for (let run = 0; run + 1 < runs.length; run++) {
      const start = runs[run] ?? 0;
      if (isWanted[codes[start] ?? 0] === 1) held.flipRange(start, runs[run + 1] ?? 0);
    }
  }

  // A bitmap is kept where it takes less room than a list of the positions would.
  private isDense(code: number): boolean {
    return (this.totals[code] ?? 0) * 32 >= this.size;
  }
}
