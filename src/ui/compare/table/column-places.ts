import type { ComparedColumn } from "../../../core/analysis/comparison-columns.ts";

/** How wide columns are, and where pinned ones stay, in pixels. It follows from the width of the screen and the columns alone, so that no content makes them jump. */
export interface ColumnPlaces {
  readonly header: number;
  readonly total: number;
  /** How far the header and the pinned columns reach. */
  readonly covered: number;
  readonly widthOf: (id: string) => number;
  /** Where a pinned column stays; undefined for one that is not pinned. */
  readonly leftOf: (id: string) => number | undefined;
}

const HEADER = { narrow: 240, wide: 300 };
const NARROWEST = 144;
const WIDEST = 300;
const GROUP = 1.5;

/** Shares the width among the columns, within what a column can be read in; a group is wider than a state. */
export function columnPlaces(
  columns: readonly ComparedColumn[],
  pinned: readonly string[],
  width: number,
): ColumnPlaces {
  const header = width < 1100 ? HEADER.narrow : HEADER.wide;
  const parts = columns.reduce((sum, { kind }) => sum + (kind === "group" ? GROUP : 1), 0);
  // What a scroll bar takes is left free.
  const own = Math.floor(Math.min(WIDEST, Math.max(NARROWEST, (width - header - 16) / Math.max(1, parts))));
  const widths = columns.map(({ kind }) => (kind === "group" ? Math.floor(own * GROUP) : own));
  const at = new Map(columns.map(({ id }, i) => [id, i]));
  const before = (i: number): number => widths.slice(0, i).reduce((sum, each) => sum + each, header);
  return {
    header,
    total: before(widths.length),
    covered: before(columns.filter(({ id }) => pinned.includes(id)).length),
    widthOf: (id) => widths[at.get(id) ?? 0] ?? own,
    // Pinned columns come first, so that what stands before one of them are the header and other pinned ones.
    leftOf: (id) => (pinned.includes(id) ? before(at.get(id) ?? 0) : undefined),
  };
}

/** The style of what scrolls, of which so many pixels lie beneath what stays in its place: what gets the focus comes out from there. */
export function coveredStyle(top: string, left: number): Readonly<Record<`--${string}`, string>> {
  return { "--covered-top": top, "--covered-left": `${left}px` };
}

/** The style of a column that stays in its place; none for others. */
export function leftStyle(left: number | undefined): { readonly left: number } | undefined {
  return left === undefined ? undefined : { left };
}
