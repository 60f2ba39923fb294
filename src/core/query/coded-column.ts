import { Bitmap, bitCount, lowestBit } from "./bitmap.ts";
import type { Codes } from "./codes.ts";
import type { ValueColumn } from "./value-column.ts";

/**
 * A column with exactly one value at each position, as codes.
 *
 * There are three ways to count, and none is best everywhere (measured over 225,000 positions, Node 20):
 * - by runs, where neighbours share a value: a bit count of the selection, 10 µs whatever the number of values;
 * - by sets, where values are few: 1.4 ns a word of each value's bitmap (7 values 70 µs, 1,500 would be 15 ms);
 * - by positions, where few are selected or, by subtraction, few are not: 1.7 ns each, whatever the number of values.
 * Each call takes the one that the selection makes cheapest.
 */
export class CodedColumn implements ValueColumn {
  readonly size: number;
  readonly totals: Uint32Array;
  /** For each position the code of its value. */
  readonly codes: Codes;
  /** Where runs of one value begin, with the column's size at the end; null where they are too short to be of use. */
  private readonly runs: Uint32Array | null;
  private readonly sets = new Map<number, Bitmap>();
  private readonly counts: Uint32Array;

  constructor(codes: Codes, valueCount: number) {
    this.size = codes.length;
    this.codes = codes;
    this.totals = new Uint32Array(valueCount);
    this.counts = new Uint32Array(valueCount);
    for (const code of codes) increment(this.totals, code);
    this.runs = runStarts(codes);
  }

  set(code: number): Bitmap {
    const known = this.sets.get(code);
    if (known !== undefined) return known;
    const made = this.makeSet(code);
    if (this.isDense(code)) this.sets.set(code, made);
    return made;
  }

  count(selection: Bitmap): Uint32Array {
    const selected = selection.count;
    this.counts.fill(0);
    if (selected === this.size) this.counts.set(this.totals);
    else if (selected > 0) this.countSome(selection, selected);
    return this.counts;
  }

  get bytes(): number {
    const dense = this.totals.filter((_, code) => this.isDense(code)).length;
    const sets = dense * 4 * ((this.size + 31) >>> 5);
    return this.codes.byteLength + 2 * this.totals.byteLength + (this.runs?.byteLength ?? 0) + sets;
  }

  private countSome(selection: Bitmap, selected: number): void {
    const words = selection.words.length;
    const few = Math.min(selected, this.size - selected);
    const byPositions = 1.7 * few + words;
    const bySets = 1.4 * words * (this.totals.length - 1);
    const byRuns = this.runs === null ? Number.POSITIVE_INFINITY : 1.4 * words + 4 * this.runs.length;
    if (byRuns < Math.min(byPositions, bySets)) this.countByRuns(selection);
    else if (bySets < byPositions) this.countBySets(selection, selected);
    else this.countByPositions(selection, selected);
  }

  private countByPositions({ words }: Bitmap, selected: number): void {
    const { codes, counts, totals } = this;
    const isMost = selected > this.size - selected;
    for (let i = 0; i < words.length; i++) {
      const base = i << 5;
      let rest = isMost ? ~(words[i] ?? 0) : (words[i] ?? 0);
      // Bits beyond the last position are none of its values: their code is undefined and counts nowhere.
      for (; rest !== 0; rest &= rest - 1) increment(counts, codes[base + lowestBit(rest)] ?? counts.length);
    }
    if (isMost)
      for (let code = 0; code < counts.length; code++) counts[code] = (totals[code] ?? 0) - (counts[code] ?? 0);
  }

  // What the other values leave is the last one's, since each position has exactly one.
  private countBySets(selection: Bitmap, selected: number): void {
    const { counts } = this;
    const last = counts.length - 1;
    let left = selected;
    for (let code = 0; code < last; code++) {
      const counted = this.totals[code] === 0 ? 0 : this.set(code).countWith(selection);
      counts[code] = counted;
      left -= counted;
    }
    counts[last] = left;
  }

  private countByRuns({ words }: Bitmap): void {
    const { codes, counts, runs } = this;
    if (runs === null) return;
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

  private makeSet(code: number): Bitmap {
    const { codes, runs, size } = this;
    const set = Bitmap.none(size);
    if (runs === null) addWhere(set, codes, code, 0, size);
    else
      for (let run = 0; run + 1 < runs.length; run++)
        if (codes[runs[run] ?? 0] === code) addWhere(set, codes, code, runs[run] ?? 0, runs[run + 1] ?? 0);
    return set;
  }

  // A bitmap is kept where it takes less room than a list of the positions would.
  private isDense(code: number): boolean {
    return (this.totals[code] ?? 0) * 32 >= this.size;
  }
}

/** Adds one to a count. */
function increment(counts: Uint32Array, code: number): void {
  if (code < counts.length) counts[code] = (counts[code] ?? 0) + 1;
}

function addWhere(set: Bitmap, codes: Codes, code: number, from: number, to: number): void {
  for (let position = from; position < to; position++) if (codes[position] === code) set.add(position);
}

const LEAST_RUN = 16;

function runStarts(codes: Codes): Uint32Array | null {
  const starts: number[] = [];
  const most = codes.length / LEAST_RUN;
  for (let position = 0; position < codes.length; position++) {
    if (position > 0 && codes[position] === codes[position - 1]) continue;
    if (starts.length >= most) return null;
    starts.push(position);
  }
  return Uint32Array.of(...starts, codes.length);
}
