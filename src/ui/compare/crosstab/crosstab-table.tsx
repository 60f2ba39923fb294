import { type ReactNode, useMemo } from "react";
import type { CrossCell, CrossTabulation, Share } from "../../../core/analysis/cross-tabulation.ts";
import type { Axis, AxisValue } from "../../../core/analysis/crosstab-axis.ts";
import type { ShownShare } from "../../../core/export/crosstab-table.ts";
import { refsOfFilter } from "../../../core/notebook/cited-filter.ts";
import { EMPTY_FILTER, type Filter } from "../../../core/query/filter.ts";
import { printFilter } from "../../../core/query/filter-text.ts";
import { MeaningMark } from "../../shared/meaning-mark.tsx";
import { Noted } from "../../shared/notes-mark.tsx";
import { useCellKeys } from "../../shared/use-cell-keys.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { termsOfScope } from "./cited-scope.ts";
import classes from "./crosstab-part.module.css";

interface CrosstabTableProps {
  readonly table: CrossTabulation;
  readonly share: ShownShare;
}

/** The table of two axes: the states named in every cell, what is missing in rows and columns of its own, without a share. */
export function CrosstabTable({ table, share }: CrosstabTableProps): ReactNode {
  const { rows, columns, cells, rowTotals, columnTotals, respondents } = table;
  const { applied, apply } = useCellFilter();
  const citesAt = useCitations(table);
  const onKeyDown = useCellKeys(rows.values.length, columns.values.length);
  const first = firstCell(table);
  return (
    <table className={classes.table} onKeyDown={onKeyDown}>
      <caption className={classes.hidden}>
        {rows.label} by {columns.label}, of {respondents.length} states. Arrow keys move, Enter filters by a cell.
      </caption>
      <thead>
        <tr>
          <th rowSpan={2} scope="col" className={classes.corner}>
            {rows.label}
          </th>
          <AxisHeads axis={columns} />
          <th rowSpan={2} scope="col" className={classes.total}>
            All
          </th>
        </tr>
        <tr>
          {columns.values.map((value) => (
            <th key={value.id} scope="col" data-missing={value.kind === "missing"}>
              <ValueName value={value} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.values.map((row, i) => (
          <tr key={row.id} data-missing={row.kind === "missing"}>
            <th scope="row">
              <ValueName value={row} />
              {row.kind === "missing" && <span className={classes.word}>missing</span>}
            </th>
            {columns.values.map((column, j) => {
              const cell = cells[i]?.[j];
              return (
                <td key={column.id} data-missing={row.kind === "missing" || column.kind === "missing"}>
                  {cell !== undefined && (
                    <CellOf
                      cites={citesAt[i]?.[j] ?? ""}
                      cell={cell}
                      share={shareOf(cell, share)}
                      name={`${row.label}, ${column.label}`}
                      position={`${i}:${j}`}
                      isTabStop={first === `${i}:${j}`}
                      isApplied={applied(cell)}
                      onApply={apply}
                    />
                  )}
                </td>
              );
            })}
            <td className={classes.total}>{rowTotals[i]?.respondents.length}</td>
          </tr>
        ))}
        <tr className={classes.totals}>
          <th scope="row">All</th>
          {columns.values.map((column, j) => (
            <td key={column.id} className={classes.total}>
              {columnTotals[j]?.respondents.length}
            </td>
          ))}
          <td className={classes.total}>{respondents.length}</td>
        </tr>
      </tbody>
    </table>
  );
}

function AxisHeads({ axis }: { readonly axis: Axis }): ReactNode {
  const known = axis.values.filter(({ kind }) => kind === "value").length;
  const missing = axis.values.length - known;
  return (
    <>
      {known > 0 && (
        <th scope="colgroup" colSpan={known}>
          {axis.label}
        </th>
      )}
      {missing > 0 && (
        <th scope="colgroup" colSpan={missing} data-missing>
          Missing
        </th>
      )}
    </>
  );
}

function ValueName({ value }: { readonly value: AxisValue }): ReactNode {
  if (value.meaning === null) return value.label;
  return <MeaningMark meaning={value.meaning} label={value.label} />;
}

interface CellOfProps {
  /** The Refs of the states that it stands for. */
  readonly cites: string;
  readonly cell: CrossCell;
  readonly share: Share | null;
  readonly name: string;
  readonly position: string;
  readonly isTabStop: boolean;
  readonly isApplied: boolean;
  readonly onApply: (filter: Filter, isApplied: boolean) => void;
}

function CellOf(props: CellOfProps): ReactNode {
  return (
    <Noted cites={props.cites} name={props.name}>
      <CellContent {...props} />
    </Noted>
  );
}

function CellContent({ cell, cites, share, name, position, isTabStop, isApplied, onApply }: CellOfProps): ReactNode {
  const { respondents, filter } = cell;
  const count = share === null ? `${respondents.length}` : `${share.n} of ${share.of}`;
  if (respondents.length === 0) return <span className={classes.empty}>{count}</span>;
  return (
    <button
      type="button"
      className={classes.cell}
      data-cell={position}
      data-cites={cites}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isApplied}
      aria-label={`${name}: ${count}, ${respondents.join(", ")}`}
      onClick={() => onApply(filter, isApplied)}
    >
      <span className={classes.count}>{count}</span>
      {share !== null && share.of > 0 && (
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${(share.n / share.of) * 100}%` }} />
        </span>
      )}
      <span className={classes.names}>{respondents.join(" ")}</span>
    </button>
  );
}

function shareOf({ rowShare, columnShare }: CrossCell, share: ShownShare): Share | null {
  return share === "row" ? rowShare : share === "column" ? columnShare : null;
}

// A table has one stop for the tab key; an empty cell has nothing to stop at.
function firstCell({ cells }: CrossTabulation): string | null {
  for (const [i, row] of cells.entries()) {
    const j = row.findIndex(({ respondents }) => respondents.length > 0);
    if (j !== -1) return `${i}:${j}`;
  }
  return null;
}

/** What a question about each cell cites: the filter that it stands for, among the states that are counted. */
function useCitations({ cells, respondents }: CrossTabulation): readonly (readonly string[])[] {
  const { dataset, workspace } = useWorkspace();
  const { view } = workspace;
  return useMemo(() => {
    const within = termsOfScope(view, respondents);
    return cells.map((row) => row.map(({ filter }) => refsOfFilter(dataset, { terms: [...within, ...filter.terms] })));
  }, [dataset, cells, respondents, view]);
}

interface CellFilter {
  readonly applied: (cell: CrossCell) => boolean;
  readonly apply: (filter: Filter, isApplied: boolean) => void;
}

// A cell's filter holds of all states: of those that the filter left already, it narrows that filter further.
function useCellFilter(): CellFilter {
  const { workspace, dispatch } = useWorkspace();
  const { filter, reading, analysis } = workspace.view;
  const current = printFilter(filter);
  return {
    applied: (cell) => reading === "states" && current === printFilter(cell.filter),
    apply: (own, isApplied) => {
      const narrowed = analysis.scope === "filter" ? { terms: [...filter.terms, ...own.terms] } : own;
      dispatch({ kind: "filter", filter: isApplied ? EMPTY_FILTER : narrowed, reading: "states" });
    },
  };
}
