import { Menu } from "@mantine/core";
import { IconPinFilled } from "@tabler/icons-react";
import type { KeyboardEvent, ReactNode } from "react";
import { type ColumnSummary, saySummary } from "../../../core/analysis/column-summary.ts";
import type { ComparedColumn } from "../../../core/analysis/comparison-columns.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { printRef } from "../../../core/dataset/ref.ts";
import { withColumnAt, withColumnMoved, withoutColumn, withPinToggled } from "../../shared/comparison-set.ts";
import { IN_MAIN } from "../../shared/in-main.ts";
import { NetworkMark } from "../../shared/network-mark.tsx";
import { Noted } from "../../shared/notes-mark.tsx";
import { useDropTarget } from "../../shared/use-drop-target.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./column-heading.module.css";

interface ColumnHeadingProps {
  readonly column: ComparedColumn;
  readonly summary: ColumnSummary;
  readonly position: string;
  readonly isTabStop: boolean;
  /** Called before the column moves, or goes: the focus stays with a heading. */
  readonly onMove: (id: string, isGone: boolean) => void;
}

const KIND = "application/x-ahq-column";

/** A column's name and in how many questions it differs. Opens what can be done with it; Alt and an arrow key move it, and so does the pointer. */
export function ColumnHeading({ column, summary, position, isTabStop, onMove }: ColumnHeadingProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const set = workspace.view.comparison;
  const { id } = column;
  const cites = citedBy(dataset, column);
  const isPinned = set.pinned.includes(id);
  const isBaseline = set.baseline === id;
  const change = (comparison: typeof set, isGone = false) => {
    onMove(id, isGone);
    dispatch({ kind: "compare", comparison });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 1;
    if (!event.altKey || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
    change(withColumnMoved(set, id, step));
  };
  const dropTarget = useDropTarget(KIND, (dragged) =>
    dispatch({ kind: "compare", comparison: withColumnAt(set, dragged, id) }),
  );
  const [before, after] = set.isTransposed ? ["up", "down"] : ["left", "right"];
  const [keyBefore, keyAfter] = set.isTransposed ? ["Alt ↑", "Alt ↓"] : ["Alt ←", "Alt →"];
  return (
    <Noted cites={column.kind === "state" ? cites : ""}>
      <Menu position="bottom-start" returnFocus portalProps={IN_MAIN}>
        <Menu.Target>
          <button
            type="button"
            className={classes.heading}
            data-cell={position}
            data-cites={cites}
            data-heading={id}
            data-baseline={isBaseline}
            tabIndex={isTabStop ? 0 : -1}
            title={inFull(column, summary)}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(KIND, id)}
            {...dropTarget}
            onKeyDown={onKeyDown}
          >
            <HeadingName column={column} isPinned={isPinned} />
            <span className={classes.summary}>
              {isBaseline ? "baseline" : shortSummary(summary)}
              <span className={classes.hidden}>{isBaseline ? "" : `: ${saySummary(summary)}`}</span>
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            rightSection={<kbd className={classes.key}>{keyBefore}</kbd>}
            onClick={() => change(withColumnMoved(set, id, -1))}
          >
            Move {before}
          </Menu.Item>
          <Menu.Item
            rightSection={<kbd className={classes.key}>{keyAfter}</kbd>}
            onClick={() => change(withColumnMoved(set, id, 1))}
          >
            Move {after}
          </Menu.Item>
          <Menu.Item onClick={() => change(withPinToggled(set, id))}>{isPinned ? "Unpin" : "Pin"}</Menu.Item>
          <Menu.Item onClick={() => change({ ...set, baseline: isBaseline ? null : id })}>
            {isBaseline ? "Mark differences from the majority" : "Make baseline"}
          </Menu.Item>
          <Menu.Item onClick={() => change(withoutColumn(set, id), true)}>Remove</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Noted>
  );
}

function citedBy({ info }: Dataset, column: ComparedColumn): string {
  const codes = column.kind === "group" ? column.respondents : [column.id];
  return codes.map((id) => printRef({ kind: "respondent", packageId: info.name, id })).join(" ");
}

function HeadingName({ column, isPinned }: { readonly column: ComparedColumn; readonly isPinned: boolean }): ReactNode {
  const { dataset } = useWorkspace();
  const pin = isPinned && <IconPinFilled size={11} aria-label="pinned" />;
  if (column.kind === "group")
    return (
      <>
        <span className={classes.name}>
          <b>{column.name}</b> {pin}
        </span>
        <span className={classes.full}>
          {column.respondents.length} {column.respondents.length === 1 ? "state" : "states"}
        </span>
      </>
    );
  const respondent = indexOf(dataset).respondent(column.id);
  return (
    <>
      <span className={classes.name}>
        <b>{column.id}</b> <NetworkMark respondent={respondent} /> {pin}
      </span>
      <span className={classes.full}>{respondent.name}</span>
    </>
  );
}

function shortSummary({ differs, agrees }: ColumnSummary): string {
  const comparable = differs.length + agrees.length;
  return comparable === 0 ? "not comparable" : `≠ ${differs.length} of ${comparable}`;
}

// "Differs in 3 of 5 comparable questions: 3.1, 3.4, 3.5. Open: 3.3"; of a group its states as well.
function inFull(column: ComparedColumn, summary: ColumnSummary): string {
  const where = summary.differs.length === 0 ? "" : `: ${summary.differs.join(", ")}`;
  const open = summary.open.length === 0 ? "" : `. Open: ${summary.open.join(", ")}`;
  const names = column.kind === "group" ? `${column.respondents.join(", ")}\n` : "";
  return names + saySummary(summary) + where + open;
}
