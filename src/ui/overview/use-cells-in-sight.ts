import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useRef } from "react";
import type { DrawnCells } from "./drawn-cells.ts";
import { COLUMN_REM, CORNER_REM } from "./matrix-width.ts";

const ROW_HEIGHT = 28;
const ROWS_AROUND = 24;
const COLUMNS_AROUND = 12;

/** Which cells of a large table are drawn, those in sight and some around them, so that one of ten thousand states or a thousand questions opens as quickly as one of twenty. */
export function useCellsInSight(count: number, columns: number): DrawnCells {
  const scroller = useRef<HTMLDivElement>(null);
  const down = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROWS_AROUND,
  });
  const corner = pixels(CORNER_REM);
  const across = useVirtualizer({
    count: columns,
    horizontal: true,
    getScrollElement: () => scroller.current,
    // Where the table is as wide as its room, its columns are wider than this, and some more of them are drawn.
    estimateSize: () => pixels(COLUMN_REM),
    paddingStart: corner,
    scrollPaddingStart: corner,
    overscan: COLUMNS_AROUND,
  });
  const bringInSight = useCallback(
    (row: number, column: number, then: () => void) => {
      // In one go, so that what comes in sight is drawn once.
      const [top = 0] = down.getOffsetForIndex(row, "auto") ?? [];
      const [left = 0] = across.getOffsetForIndex(column, "auto") ?? [];
      scroller.current?.scrollTo({ top, left });
      // It takes one frame to scroll and one to draw.
      requestAnimationFrame(() => requestAnimationFrame(then));
    },
    [down, across],
  );
  const [items, stretch] = [down.getVirtualItems(), across.getVirtualItems()];
  return {
    scroller,
    rows: items.map(({ index }) => index),
    above: items[0]?.start ?? 0,
    below: down.getTotalSize() - (items.at(-1)?.end ?? 0),
    from: stretch[0]?.index ?? 0,
    to: (stretch.at(-1)?.index ?? -1) + 1,
    bringInSight,
  };
}

function pixels(rem: number): number {
  return rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
