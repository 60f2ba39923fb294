import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useRef } from "react";
import type { DrawnRows } from "./drawn-rows.ts";

const ROW_HEIGHT = 28;
const MOST_AROUND = 24;
/** So many cells are drawn beyond those in sight, at each end: rows of hundreds of questions are long to lay out. */
const CELLS_AROUND = 2000;

/** Which rows of a long table are drawn, those in sight and some around them, so that one of ten thousands opens as quickly as one of twenty. */
export function useRowsInSight(count: number, columns: number): DrawnRows {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
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
  const rows = items.map(({ index }) => index);
  const above = items[0]?.start ?? 0;
  return { scroller, rows, above, below: virtual.getTotalSize() - (items.at(-1)?.end ?? 0), bringInSight };
}
