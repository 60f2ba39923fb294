import { type RefObject, useRef } from "react";

/** Which rows of the matrix are drawn. */
export interface DrawnRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The places of the rows to draw. */
  readonly rows: readonly number[];
  /** The heights in pixels of what is not drawn above and below them. */
  readonly above: number;
  readonly below: number;
  /** Has a row drawn, wherever it is, and calls back once it is there. */
  readonly bringInSight: (row: number, then: () => void) => void;
}

/** Every row, of a matrix that is not long. */
export function useAllRows(count: number): DrawnRows {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = Array.from({ length: count }, (_, row) => row);
  return { scroller, rows, above: 0, below: 0, bringInSight: atOnce };
}

function atOnce(_row: number, then: () => void): void {
  then();
}
