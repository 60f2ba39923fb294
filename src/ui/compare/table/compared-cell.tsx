import { memo, type ReactNode } from "react";
import type { ComparisonCell, ComparisonRow, GroupCell } from "../../../core/analysis/compare-respondents.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { printRef, responseRef } from "../../../core/dataset/ref.ts";
import { cellText } from "../../../core/export/comparison-cell.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import { MeaningMark } from "../../shared/meaning-mark.tsx";
import { Noted } from "../../shared/notes-mark.tsx";
import { CellDetails } from "./cell-details.tsx";
import { leftStyle } from "./column-places.ts";
import classes from "./comparison-table.module.css";
import { GroupShares } from "./group-shares.tsx";

export interface ComparedCellProps {
  readonly dataset: Dataset;
  readonly row: ComparisonRow;
  /** The column's id: the respondent's code, or a group's. */
  readonly column: string;
  /** Row and column, for the arrow keys. */
  readonly position: string;
  /** From whom differences are marked, in words. */
  readonly measuredBy: string;
  readonly isBaseline: boolean;
  /** Where it stays while the others scroll, in pixels; undefined where it is not pinned. */
  readonly left: number | undefined;
  /** Whether its response is open beside the table. */
  readonly isOpen: boolean;
  /** Whether summary, basis, places and names are shown. */
  readonly isExpanded: boolean;
  readonly onOpen: (question: string, respondent: string) => void;
  readonly onExpand: (variable: string) => void;
}

/** What one column says on one variable, and how that stands to the others. A state's opens its response, a group's shows the names behind. */
export const ComparedCell = memo(function ComparedCell(props: ComparedCellProps): ReactNode {
  const { dataset, row, column, position, measuredBy, isBaseline, left, isOpen, isExpanded, onOpen, onExpand } = props;
  const cell = row.cells[column];
  if (cell === undefined) return <td />;
  const { question } = row.variable;
  const isState = cell.kind === "state";
  const cites = citedBy(dataset, row, isState ? column : null);
  const differs = cell.stands === "differs" && !isBaseline;
  return (
    <td
      data-ground={isState && showsMeaning(row, cell) ? cell.meaning : undefined}
      data-differs={differs}
      data-pinned={left !== undefined}
      style={leftStyle(left)}
    >
      <NotedCell cites={isState && row.variable.kind === "answer" ? cites : null}>
        <button
          type="button"
          className={classes.cell}
          data-cell={position}
          data-cites={cites}
          tabIndex={-1}
          title={inFull(dataset, row, column, cell)}
          {...(isState ? { "aria-pressed": isOpen } : { "aria-expanded": isExpanded })}
          onClick={() => (isState ? onOpen(question, column) : onExpand(row.variable.id))}
        >
          {isState ? (
            <StateText dataset={dataset} row={row} cell={cell} />
          ) : (
            <GroupShares dataset={dataset} variable={row.variable} cell={cell} withNames={isExpanded} />
          )}
          {differs && (
            <span className={classes.mark} title={`Differs from ${measuredBy}`}>
              ≠<span className={classes.hidden}> differs</span>
            </span>
          )}
        </button>
      </NotedCell>
      {isExpanded && isState && <CellDetails dataset={dataset} variable={row.variable} respondent={column} />}
    </td>
  );
});

// A response is one, of whatever variables there are rows: what is asked about it is marked in the row of its answer.
function NotedCell({ cites, children }: { readonly cites: string | null; readonly children: ReactNode }): ReactNode {
  if (cites === null) return children;
  return (
    <Noted cites={cites} isTabStop={false}>
      {children}
    </Noted>
  );
}

// A state's cell is a part of its response; a group's is of no one in particular.
function citedBy(dataset: Dataset, { variable }: ComparisonRow, respondent: string | null): string {
  const { name } = dataset.info;
  const ofVariable = printRef({ kind: "variable", packageId: name, id: variable.id });
  if (respondent === null) return ofVariable;
  const ofResponse = responseRef(dataset, variable.question, respondent);
  return variable.kind === "answer" ? ofResponse : `${ofResponse} ${ofVariable}`;
}

type StateCell = Exclude<ComparisonCell, GroupCell>;

interface StateTextProps {
  readonly dataset: Dataset;
  readonly row: ComparisonRow;
  readonly cell: StateCell;
}

function StateText({ dataset, row, cell }: StateTextProps): ReactNode {
  const text = cellText(dataset, row, cell);
  if (showsMeaning(row, cell)) return <MeaningMark meaning={cell.meaning} label={text} />;
  return <span className={cell.codes.length === 0 ? classes.none : classes.codes}>{text}</span>;
}

// Whether a cell shows what the answer says: of an answer always, of codes where silence stands in their place.
function showsMeaning({ variable }: ComparisonRow, cell: StateCell): boolean {
  return variable.kind === "answer" || (!cell.isComparable && cell.codes.length === 0);
}

function inFull(dataset: Dataset, row: ComparisonRow, column: string, cell: ComparisonCell): string {
  const text = cellText(dataset, row, cell);
  if (cell.kind === "group") return text;
  const { name } = indexOf(dataset).respondent(column);
  const { summary, basis, locator } = indexOf(dataset).response(row.variable.question, column);
  return [`${name}: ${text}`, summary, `${valueLabel(dataset, "basis", basis)} in ${locator}`]
    .filter((line) => line !== "")
    .join("\n");
}
