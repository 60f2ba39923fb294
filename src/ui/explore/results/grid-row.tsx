import { memo, type ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { responseRef } from "../../../core/dataset/ref.ts";
import type { Response } from "../../../core/dataset/resources.ts";
import type { ResponseSortKey } from "../../../core/query/response-order.ts";
import { NetworkMark } from "../../shared/network-mark.tsx";
import { NotesMark } from "../../shared/notes-mark.tsx";
import classes from "./response-grid.module.css";
import { ResultCell } from "./result-cell.tsx";

interface GridRowProps {
  readonly dataset: Dataset;
  readonly response: Response;
  readonly columns: readonly ResponseSortKey[];
  readonly wanted: readonly string[];
  readonly row: number;
  /** Pixels from the top of all rows. */
  readonly top: number;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  /** The column that Tab leads to, where it is in this row; else -1. */
  readonly focusColumn: number;
}

/** One response as a row: its box, whose it is, and what each column says of it. Events are the grid's. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { dataset, response, columns, wanted, row, top, isOpen, isChosen, focusColumn } = props;
  const { question, respondent } = response;
  const ref = responseRef(dataset, question, respondent);
  const state = indexOf(dataset).respondent(respondent);
  const tab = (column: number) => ({ "data-cell": `${row}:${column}`, tabIndex: focusColumn === column ? 0 : -1 });
  return (
    <tr
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={row + 2}
      aria-selected={isChosen}
      data-open={isOpen}
      data-cites={ref}
    >
      <td className={classes.box} aria-colindex={1}>
        <input
          type="checkbox"
          className={classes.check}
          aria-label={`Select ${respondent} ${question}`}
          checked={isChosen}
          readOnly
          {...tab(0)}
        />
      </td>
      {columns.map((column, i) =>
        column === "respondent" ? (
          <th key={column} scope="row" className={classes.first} aria-colindex={i + 2}>
            <button
              type="button"
              className={classes.open}
              aria-pressed={isOpen}
              aria-label={`${respondent} ${question}: open the response`}
              {...tab(i + 1)}
            >
              <span className={classes.code}>{respondent}</span> <span className={classes.name}>{state.name}</span>
            </button>
            <NetworkMark respondent={state} />
            <NotesMark cites={ref} isTabStop={false} />
          </th>
        ) : (
          <td key={column} aria-colindex={i + 2} {...tab(i + 1)}>
            <div className={classes.clip}>
              <ResultCell dataset={dataset} response={response} column={column} wanted={wanted} />
            </div>
          </td>
        ),
      )}
    </tr>
  );
});
