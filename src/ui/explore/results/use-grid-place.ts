import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type GridPlace, type GridShape, nextPlace } from "./grid-place.ts";

interface GridFocus {
  /** The one place that Tab leads to. */
  readonly place: GridPlace;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  /** Whether the key moved the focus. */
  readonly move: (event: KeyboardEvent<HTMLElement>) => boolean;
}

/**
 * Keeps one place of a grid for Tab to lead to, and moves it by keys.
 * A cell carries `data-cell="row:column"`; the row of the place must be drawn, however far away it is.
 */
export function useGridPlace(grid: RefObject<HTMLElement | null>, shape: GridShape): GridFocus {
  const [kept, setKept] = useState<GridPlace>({ row: 0, column: 1 });
  const place = fitted(kept, shape);
  const isMoving = useRef(false);
  useLayoutEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    const at = placeOf(target);
    if (at !== null) setKept((known) => (known.row === at.row && known.column === at.column ? known : at));
  }, []);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = event.target instanceof HTMLElement ? placeOf(event.target) : null;
    const next = at === null ? null : nextPlace(event, at, shape);
    if (next === null) return false;
    event.preventDefault();
    isMoving.current = true;
    setKept(next);
    return true;
  };
  return { place, onFocus, move };
}

/** The place of a cell, or of what is in it. */
export function placeOf(element: Element): GridPlace | null {
  const cell = element.closest<HTMLElement>("[data-cell]")?.dataset.cell;
  const [row, column] = cell?.split(":").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

function fitted({ row, column }: GridPlace, { rows, columns }: GridShape): GridPlace {
  return { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
}
