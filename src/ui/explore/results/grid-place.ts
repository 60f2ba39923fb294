/** A place in a grid. Row -1 is the head. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at a time. */
  readonly page: number;
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const HEAD = -1;

/** Where a key leads from a place: arrows, Home, End, Page Up and Down, and with Ctrl or Cmd the corners. Null for a key that leads nowhere. */
export function nextPlace(pressed: PressedKey, { row, column }: GridPlace, shape: GridShape): GridPlace | null {
  const isFar = pressed.ctrlKey || pressed.metaKey;
  const last = { row: shape.rows - 1, column: shape.columns - 1 };
  const clamped = (toRow: number, toColumn: number): GridPlace => ({
    row: Math.max(HEAD, Math.min(last.row, toRow)),
    column: Math.max(0, Math.min(last.column, toColumn)),
  });
  if (pressed.shiftKey || pressed.altKey) return null;
  switch (pressed.key) {
    case "ArrowUp":
      return clamped(isFar ? 0 : row - 1, column);
    case "ArrowDown":
      return clamped(isFar ? last.row : row + 1, column);
    case "ArrowLeft":
      return clamped(row, isFar ? 0 : column - 1);
    case "ArrowRight":
      return clamped(row, isFar ? last.column : column + 1);
    case "Home":
      return clamped(isFar ? 0 : row, 0);
    case "End":
      return clamped(isFar ? last.row : row, last.column);
    case "PageUp":
      // From the head there is no page further up; from the rows, the head is not of the page.
      return clamped(row === HEAD ? HEAD : Math.max(0, row - shape.page), column);
    case "PageDown":
      return clamped(row + shape.page, column);
    default:
      return null;
  }
}
