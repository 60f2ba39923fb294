import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useRef } from "react";

/** So many rows are drawn all at once; of more, those in sight and some around them. */
const DRAWN_AT_ONCE = 120;
const ROW_HEIGHT = 28;
const MOST_AROUND = 24;
/** So many cells are drawn beyond those in sight, at each end: rows of hundreds of questions are long to lay out. */
const CELLS_AROUND = 2000;

interface RowsInSight {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The places of the rows to draw. */
  readonly rows: readonly number[];
  /** The heights in pixels of what is not drawn above and below them. */
  readonly above: number;
  readonly below: number;
  /** Has a row drawn, wherever it is, and calls back once it is there. */
  readonly bringInSight: (row: number, then: () => void) => void;
}

/** Which rows of a long table are drawn, so that one of ten thousands opens as quickly as one of twenty. */
export function useRowsInSight(count: number, columns: number): RowsInSight {
  const scroller = useRef<HTMLDivElement>(null);
  const isLong = count > DRAWN_AT_ONCE;
  const virtual = useVirtualizer({
    count,
    // Measuring what is drawn all at once would only lay the page out before it is whole.
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: Math.min(MOST_AROUND, Math.ceil(CELLS_AROUND / Math.max(1, columns))),
  });
  const items = virtual.getVirtualItems();
  const bringInSight = useCallback(
    (row: number, then: () => void) => {
      virtual.scrollToIndex(row, { align: "auto" });
      // It takes one frame to scroll and one to draw.
      requestAnimationFrame(() => requestAnimationFrame(then));
    },
    [virtual],
  );
  if (!isLong) {
    const rows = Array.from({ length: count }, (_, row) => row);
    return { scroller, rows, above: 0, below: 0, bringInSight };
  }
  const rows = items.map(({ index }) => index);
  const above = items[0]?.start ?? 0;
  return { scroller, rows, above, below: virtual.getTotalSize() - (items.at(-1)?.end ?? 0), bringInSight };
}
