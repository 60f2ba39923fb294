import type { ReactNode } from "react";
import type { ColumnSummary } from "../../../core/analysis/column-summary.ts";
import { leftStyle } from "./column-places.ts";
import classes from "./comparison-table.module.css";

interface StandingCellProps {
  readonly summary: ColumnSummary;
  readonly question: string;
  readonly isBaseline: boolean;
  /** Where it stays while the others scroll, in pixels; undefined where it is not pinned. */
  readonly left: number | undefined;
}

/** How a column stands on a question that is folded: whether any of its variables differs. */
export function StandingCell({ summary, question, isBaseline, left }: StandingCellProps): ReactNode {
  const differs = summary.differs.includes(question) && !isBaseline;
  const words = isBaseline ? "baseline" : differs ? "≠ differs" : summary.agrees.includes(question) ? "agrees" : "open";
  return (
    <td className={classes.standing} data-differs={differs} data-pinned={left !== undefined} style={leftStyle(left)}>
      {words}
    </td>
  );
}
