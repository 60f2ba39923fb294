import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type Dispatch, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import type { ResponseSortKey } from "../../../core/query/response-order.ts";
import { useSettings } from "../../shared/use-settings.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridRow } from "./grid-row.tsx";
import classes from "./response-grid.module.css";
import type { ResponseSelection, SelectionAction, Shown } from "./response-selection.ts";
import { layoutOf, withNextSort, withWidth } from "./table-layout.ts";
import { placeOf, useGridPlace } from "./use-grid-place.ts";

interface ResponseGridProps {
  /** The responses to show, in the order of the layout. */
  readonly shown: Shown;
  readonly wanted: readonly string[];
  readonly selection: ResponseSelection;
  readonly select: Dispatch<SelectionAction>;
}

const ROW_HEIGHTS = { normal: { one: 32, three: 72 }, compact: { one: 28, three: 66 } } as const;

/** The responses as rows, of which only those in sight are drawn, however many there are. Arrows move, Enter opens, Space selects. */
export function ResponseGrid({ shown, wanted, selection, select }: ResponseGridProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { settings, change } = useSettings();
  const remembered = settings.responseTable;
  const layout = useMemo(() => layoutOf(remembered), [remembered]);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const rowHeight = ROW_HEIGHTS[settings.density][layout.lines] * pixelsOfRem();
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  const { place, onFocus, move } = useGridPlace(table, {
    rows: shown.length,
    columns: layout.columns.length + 1,
    page,
  });
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The row that has the focus stays, or the focus would be lost when it is scrolled away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.max(0, place.row)])],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are known to the virtualizer until it is told that they changed.
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  const positionAt = (target: EventTarget): number | undefined => {
    const at = target instanceof Element ? placeOf(target) : null;
    return at === null ? undefined : shown[at.row];
  };
  const open = (position: number) => {
    const response = dataset.responses[position];
    if (response === undefined) return;
    const { question, respondent } = response;
    const isOpen = workspace.detail?.question === question && workspace.detail.respondent === respondent;
    dispatch({ kind: "detail", detail: isOpen ? null : { question, respondent } });
  };
  const choose = (position: number, isRange: boolean) =>
    select(isRange ? { kind: "range", position, shown } : { kind: "toggle", position });
  const onClick = (event: MouseEvent) => {
    const position = positionAt(event.target);
    if (position === undefined) return;
    if (isBox(event.target) || event.shiftKey || event.ctrlKey || event.metaKey) choose(position, event.shiftKey);
    else open(position);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (move(event)) return;
    const position = positionAt(event.target);
    const isMain = event.ctrlKey || event.metaKey;
    if (isMain && event.key.toLowerCase() === "a") {
      event.preventDefault();
      select({ kind: "all", shown });
    } else if (position !== undefined && event.key === " " && !isBox(event.target)) {
      event.preventDefault();
      choose(position, event.shiftKey);
    } else if (position !== undefined && event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) {
      open(position);
    }
  };
  const onWidth = (column: ResponseSortKey, pixels: number, isDone: boolean) => {
    const next = withWidth(remembered, column, pixels);
    if (isDone) change({ responseTable: next });
    // While it is dragged the rows follow without being drawn anew.
    else
      for (const [name, value] of Object.entries(tracksOf(layoutOf(next).widths)))
        setProperty(table.current, name, value);
  };
  const isAllChosen =
    selection.chosen.size >= shown.length && shown.every((position) => selection.chosen.has(position));
  return (
    <div ref={scroller} className={classes.scroller} data-lines={layout.lines}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through by keys is a grid (ARIA APG).
        role="grid"
        className={classes.grid}
        aria-label="Responses"
        aria-rowcount={shown.length + 1}
        aria-colcount={layout.columns.length + 1}
        aria-multiselectable
        style={{ ...tracksOf(layout.widths), ...rowHeightOf(rowHeight) }}
        onFocus={onFocus}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <GridHead
          layout={layout}
          isAllChosen={isAllChosen}
          isSomeChosen={selection.chosen.size > 0}
          focusColumn={place.row === -1 ? place.column : -1}
          onChooseAll={() => select(isAllChosen ? { kind: "clear" } : { kind: "all", shown })}
          onSort={(column) => change({ responseTable: withNextSort(remembered, column) })}
          onWidth={onWidth}
        />
        <tbody className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: row, start }) => {
            const position = shown[row] ?? 0;
            const response = dataset.responses[position];
            if (response === undefined) return null;
            return (
              <GridRow
                key={position}
                dataset={dataset}
                response={response}
                columns={layout.columns}
                wanted={wanted}
                row={row}
                top={start}
                isOpen={
                  workspace.detail?.question === response.question &&
                  workspace.detail.respondent === response.respondent
                }
                isChosen={selection.chosen.has(position)}
                focusColumn={place.row === row ? place.column : -1}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const BOX_WIDTH = 36;

// The last track takes what is left, so that no width depends on what is shown.
function tracksOf(widths: readonly number[]): Readonly<Record<`--${string}`, string>> {
  const all = [BOX_WIDTH, ...widths];
  return {
    "--tracks": `${all.map((width) => `${width}px`).join(" ")} 1fr`,
    "--whole": `${all.reduce((sum, width) => sum + width, 0)}px`,
  };
}

function rowHeightOf(pixels: number): Readonly<Record<`--${string}`, string>> {
  return { "--row-height": `${pixels}px` };
}

function setProperty(element: HTMLElement | null, name: string, value: string): void {
  element?.style.setProperty(name, value);
}

function isBox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}

// Who has larger letters has higher rows.
function pixelsOfRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
