import type { Bitmap } from "./bitmap.ts";

/** Which values of one key are held at which positions: the part of the index that knows how to count itself. */
export interface ValueColumn {
  /** How many positions there are. */
  readonly size: number;
  /** For each value, by its code, how many positions hold it. */
  readonly totals: Uint32Array;
  /** The positions that hold a value; none for a code that the column does not have. The column may keep the set: do not change it. */
  set(code: number): Bitmap;
  /** The positions that hold any of the values. The column may keep the set: do not change it. */
  anyOf(codes: readonly number[]): Bitmap;
  /** For each value how many of the selected positions hold it. The array is the column's own: read it before the next call. */
  count(selection: Bitmap): Uint32Array;
}
