import { type KeyboardEvent, useCallback } from "react";

const STEPS: Readonly<Partial<Record<string, readonly [rows: number, columns: number]>>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Moves the focus between the cells of a table by arrows, Home, End, Ctrl+Home and Ctrl+End.
 * A cell that takes part holds one element with `data-cell="row:column"`; arrows pass over places where there is none.
 */
export function useCellKeys(rows: number, columns: number): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const at = (event.target as HTMLElement).dataset.cell?.split(":").map(Number);
      const places = at === undefined ? [] : placesAhead(event, at[0] ?? 0, at[1] ?? 0, rows, columns);
      if (places.length === 0) return;
      event.preventDefault();
      const table = event.currentTarget;
      const cellAt = ([row, column]: Place) => table.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
      const next = places.map(cellAt).find((cell) => cell !== null);
      next?.focus();
      // The focus alone leaves a cell as it is of which a part is in sight.
      next?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    [rows, columns],
  );
}

type Place = readonly [row: number, column: number];

/** Where a key leads, the nearest place first; none for a key that moves nothing, or at the edge. */
function placesAhead(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  row: number,
  column: number,
  rows: number,
  columns: number,
): readonly Place[] {
  const isFar = ctrlKey || metaKey;
  if (key === "Home") return [[isFar ? 0 : row, 0]];
  if (key === "End") return [[isFar ? rows - 1 : row, columns - 1]];
  const [down, right] = STEPS[key] ?? [0, 0];
  const most = down === 0 && right === 0 ? 0 : Math.max(rows, columns);
  return Array.from({ length: most }, (_, i): Place => [row + (i + 1) * down, column + (i + 1) * right]).filter(
    ([r, c]) => r >= 0 && r < rows && c >= 0 && c < columns,
  );
}
