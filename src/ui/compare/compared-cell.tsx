import type { ReactNode } from "react";
import type { ComparisonRow } from "../../core/analysis/compare-respondents.ts";
import { cellText } from "../../core/export/comparison-cell.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./comparison-table.module.css";

interface ComparedCellProps {
  readonly row: ComparisonRow;
  readonly respondent: string;
  /** Row and column, for the arrow keys. */
  readonly position: string;
  readonly isBaseline: boolean;
}

/** What one state says on one variable, and how that stands to the others. */
export function ComparedCell({ row, respondent, position, isBaseline }: ComparedCellProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const cell = row.cells[respondent];
  if (cell?.kind !== "state") return <td />;
  const { question, kind } = row.variable;
  const isOpen = workspace.detail?.question === question && workspace.detail.respondent === respondent;
  const differs = cell.stands === "differs" && !isBaseline;
  const saysMeaning = kind === "answer" || (!cell.isComparable && cell.codes.length === 0);
  const text = cellText(dataset, row, cell);
  return (
    <td data-ground={saysMeaning ? cell.meaning : undefined} data-differs={differs}>
      <button
        type="button"
        className={classes.cell}
        data-cell={position}
        tabIndex={position === "0:0" ? 0 : -1}
        aria-pressed={isOpen}
        onClick={() => dispatch({ kind: "detail", detail: isOpen ? null : { question, respondent } })}
      >
        {saysMeaning ? (
          <MeaningMark meaning={cell.meaning} label={text} />
        ) : (
          <span className={cell.codes.length === 0 ? classes.none : undefined}>{text}</span>
        )}
        {differs && (
          <span className={classes.mark} title={`Differs from ${workspace.view.comparison.baseline ?? "the majority"}`}>
            ≠<span className={classes.hidden}> differs</span>
          </span>
        )}
      </button>
    </td>
  );
}
