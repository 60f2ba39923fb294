import type { ReactNode } from "react";
import type { Comparison } from "../../../core/analysis/compare-respondents.ts";
import { baselineName } from "../../../core/export/comparison-table.ts";
import classes from "./hidden-rows.module.css";

interface HiddenRowsProps {
  readonly comparison: Comparison;
  readonly onlyDifferences: boolean;
}

/** How many rows differ, are the same throughout, or are left open by silence; and which of them are not shown. */
export function HiddenRows({ comparison, onlyDifferences }: HiddenRowsProps): ReactNode {
  const { rows } = comparison;
  const differing = rows.filter((row) => row.differs).length;
  const identical = rows.filter((row) => row.isIdentical).length;
  const open = rows.length - differing - identical;
  return (
    <div className={classes.foot} role="status">
      <span>
        {differing} of {rows.length} variables differ.
      </span>
      <span>
        {identical} the same in all columns{onlyDifferences && identical > 0 && " (hidden)"}.
      </span>
      <span>
        {open} without a difference, but not known of every column{onlyDifferences && open > 0 && " (hidden)"}.
      </span>
      <span className={classes.key}>
        <b>≠</b> differs from {baselineName(comparison) ?? "the majority; a tie has none"}
      </span>
    </div>
  );
}
