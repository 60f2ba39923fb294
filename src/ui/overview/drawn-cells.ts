import { type RefObject, useRef } from "react";

/** Which cells of the matrix are drawn. */
export interface DrawnCells {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The places of the rows to draw. */
  readonly rows: readonly number[];
  /** The heights in pixels of what is not drawn above and below them. */
  readonly above: number;
  readonly below: number;
  /** The stretch of questions of which these rows draw the answers. */
  readonly from: number;
  readonly to: number;
  /** Has a cell drawn, wherever it is, and calls back once it is there. */
  readonly bringInSight: (row: number, column: number, then: () => void) => void;
}

/** Every cell, of a matrix that is not large. */
export function useAllCells(count: number, columns: number): DrawnCells {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = Array.from({ length: count }, (_, row) => row);
  return { scroller, rows, above: 0, below: 0, from: 0, to: columns, bringInSight: atOnce };
}

function atOnce(_row: number, _column: number, then: () => void): void {
  then();
}
