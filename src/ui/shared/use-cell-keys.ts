import { type KeyboardEvent, useCallback } from "react";

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Moves the focus between the cells of a table by arrows, Home, End, Ctrl+Home and Ctrl+End.
 * A cell that takes part holds one element with `data-cell="row:column"`.
 */
export function useCellKeys(rows: number, columns: number): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const at = (event.target as HTMLElement).dataset.cell?.split(":").map(Number);
      const next = at === undefined ? null : nextCell(event, at[0] ?? 0, at[1] ?? 0, rows, columns);
      if (next === null) return;
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next[0]}:${next[1]}"]`)?.focus();
    },
    [rows, columns],
  );
}

function nextCell(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  row: number,
  column: number,
  rows: number,
  columns: number,
): readonly [number, number] | null {
  const isFar = ctrlKey || metaKey;
  if (key === "Home") return [isFar ? 0 : row, 0];
  if (key === "End") return [isFar ? rows - 1 : row, columns - 1];
  const step = STEPS[key];
  if (step === undefined) return null;
  return [clamp(row + step[0], rows), clamp(column + step[1], columns)];
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
