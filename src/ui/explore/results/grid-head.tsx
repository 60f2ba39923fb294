import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { ResponseSort, ResponseSortKey } from "../../../core/query/response-order.ts";
import classes from "./response-grid.module.css";
import { RESULT_COLUMNS, type TableLayout } from "./table-layout.ts";

interface GridHeadProps {
  readonly layout: TableLayout;
  readonly isAllChosen: boolean;
  readonly isSomeChosen: boolean;
  /** The column that Tab leads to, where the head has it; else -1. */
  readonly focusColumn: number;
  readonly onChooseAll: () => void;
  readonly onSort: (column: ResponseSortKey) => void;
  /** Shows a width while it is dragged, and keeps it at the end. */
  readonly onWidth: (column: ResponseSortKey, pixels: number, isDone: boolean) => void;
}

const KEY_STEP = 16;

/** The head of the grid: a click or Enter sorts, dragging an edge or Shift with an arrow resizes. */
export function GridHead(props: GridHeadProps): ReactNode {
  const { layout, isAllChosen, isSomeChosen, focusColumn, onChooseAll, onSort, onWidth } = props;
  const tab = (column: number) => ({ "data-cell": `-1:${column}`, tabIndex: focusColumn === column ? 0 : -1 });
  const onKeyDown = (event: KeyboardEvent, column: ResponseSortKey, width: number) => {
    const step = event.key === "ArrowLeft" ? -KEY_STEP : event.key === "ArrowRight" ? KEY_STEP : 0;
    if (!event.shiftKey || step === 0) return;
    event.preventDefault();
    onWidth(column, width + step, true);
  };
  return (
    <thead className={classes.head}>
      <tr className={classes.headRow} aria-rowindex={1}>
        <th scope="col" className={classes.box} aria-colindex={1}>
          <input
            type="checkbox"
            className={classes.check}
            aria-label="Select all responses shown"
            ref={(box) => {
              if (box !== null) box.indeterminate = isSomeChosen && !isAllChosen;
            }}
            checked={isAllChosen}
            onChange={onChooseAll}
            {...tab(0)}
          />
        </th>
        {layout.columns.map((column, i) => (
          <th
            key={column}
            scope="col"
            className={column === "respondent" ? classes.first : undefined}
            aria-colindex={i + 2}
            aria-sort={sortOf(layout.sort, column)}
          >
            <button
              type="button"
              className={classes.sort}
              title="Enter sorts, Shift with an arrow resizes"
              onClick={() => onSort(column)}
              onKeyDown={(event) => onKeyDown(event, column, layout.widths[i] ?? 0)}
              {...tab(i + 1)}
            >
              {RESULT_COLUMNS[column].label}
              {layout.sort?.by === column &&
                (layout.sort.isDescending ? (
                  <IconArrowDown size={13} aria-hidden />
                ) : (
                  <IconArrowUp size={13} aria-hidden />
                ))}
            </button>
            <ResizeHandle width={layout.widths[i] ?? 0} onWidth={(pixels, isDone) => onWidth(column, pixels, isDone)} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface ResizeHandleProps {
  readonly width: number;
  readonly onWidth: (pixels: number, isDone: boolean) => void;
}

function ResizeHandle({ width, onWidth }: ResizeHandleProps): ReactNode {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const dragged = (event: PointerEvent, isDone: boolean) => {
    if (from.current !== null) onWidth(from.current.width + event.clientX - from.current.x, isDone);
    if (isDone) from.current = null;
  };
  return (
    <span
      className={classes.handle}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => dragged(event, false)}
      onPointerUp={(event) => dragged(event, true)}
      onPointerCancel={(event) => dragged(event, true)}
    />
  );
}

function sortOf(sort: ResponseSort | null, column: ResponseSortKey): "ascending" | "descending" | "none" {
  if (sort?.by !== column) return "none";
  return sort.isDescending ? "descending" : "ascending";
}
