import { Bitmap } from "./bitmap.ts";
import type { ValueColumn } from "./value-column.ts";

/** A value held at a position. */
export interface Entry {
  readonly position: number;
  readonly code: number;
}

/**
 * A column with any number of values at a position, none at most of them perhaps: for each value the list of its positions.
 * A value at more than every 32nd position has a bitmap, which then counts faster than its list; it is made when it is first needed.
 */
export class ListedColumn implements ValueColumn {
  readonly size: number;
  readonly totals: Uint32Array;
  /** The positions of each value, one value after the other. */
  private readonly members: Uint32Array;
  /** Where the positions of each value begin in `members`, with the end of the last. */
  private readonly starts: Uint32Array;
  private readonly sets = new Map<number, Bitmap>();
  private readonly counts: Uint32Array;

  /** No entry may occur twice. */
  constructor(size: number, valueCount: number, entries: readonly Entry[]) {
    this.size = size;
    this.totals = new Uint32Array(valueCount);
    this.counts = new Uint32Array(valueCount);
    this.starts = new Uint32Array(valueCount + 1);
    this.members = new Uint32Array(entries.length);
    for (const { code } of entries) this.totals[code] = (this.totals[code] ?? 0) + 1;
    for (let code = 0; code < valueCount; code++)
      this.starts[code + 1] = (this.starts[code] ?? 0) + (this.totals[code] ?? 0);
    const next = this.starts.slice();
    for (const { position, code } of entries) {
      const at = next[code] ?? 0;
      this.members[at] = position;
      next[code] = at + 1;
    }
  }

  set(code: number): Bitmap {
    const known = this.sets.get(code);
    if (known !== undefined) return known;
    const made = Bitmap.of(this.size, this.membersOf(code));
    if (this.isDense(code)) this.sets.set(code, made);
    return made;
  }

  anyOf(codes: readonly number[]): Bitmap {
    const held = Bitmap.none(this.size);
    for (const code of codes) for (const position of this.membersOf(code)) held.add(position);
    return held;
  }

  count(selection: Bitmap): Uint32Array {
    const selected = selection.count;
    if (selected === this.size) this.counts.set(this.totals);
    else if (selected === 0) this.counts.fill(0);
    else for (let code = 0; code < this.counts.length; code++) this.counts[code] = this.countValue(code, selection);
    return this.counts;
  }

  private countValue(code: number, selection: Bitmap): number {
    if (this.isDense(code)) return this.set(code).countWith(selection);
    const { members } = this;
    const end = this.starts[code + 1] ?? 0;
    let counted = 0;
    for (let at = this.starts[code] ?? end; at < end; at++) if (selection.has(members[at] ?? 0)) counted++;
    return counted;
  }

  private membersOf(code: number): Uint32Array {
    return this.members.subarray(
      this.starts[code] ?? this.members.length,
      this.starts[code + 1] ?? this.members.length,
    );
  }

  private isDense(code: number): boolean {
    return (this.totals[code] ?? 0) * 32 > this.size;
  }
}
