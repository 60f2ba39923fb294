import { memo, type ReactNode } from "react";
import type { ComparisonRow } from "../../../core/analysis/compare-respondents.ts";
import { sayMajority } from "../../../core/analysis/majority-words.ts";
import { findInRow } from "../../../core/analysis/row-findings.ts";
import { sayFinding } from "../../../core/analysis/row-sentences.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { printRef } from "../../../core/dataset/ref.ts";
import classes from "./comparison-table.module.css";
import { FoldHeading } from "./fold-heading.tsx";

interface VariableLabelProps {
  readonly dataset: Dataset;
  readonly row: ComparisonRow;
  readonly position: string;
  readonly isExpanded: boolean;
  readonly onExpand: (variable: string) => void;
}

/** A variable's name, which shows more of its row, and what the row says in a sentence; in all sentences where it is expanded. */
export const VariableLabel = memo(function VariableLabel(props: VariableLabelProps): ReactNode {
  const { dataset, row, position, isExpanded, onExpand } = props;
  const { id, label, definition } = row.variable;
  const ref = printRef({ kind: "variable", packageId: dataset.info.name, id });
  const sentences = findInRow(dataset, row).map((finding) => sayFinding(dataset, row.variable, finding));
  const shown = isExpanded ? [...sentences, sayMajority(dataset, row)] : sentences.slice(0, 1);
  return (
    <>
      <FoldHeading
        cites={ref}
        position={position}
        isOpen={isExpanded}
        className={classes.label}
        title={definition}
        onToggle={() => onExpand(id)}
      >
        {label}
        {row.differs && (
          <span className={classes.differs} title="Comparable answers differ">
            {" "}
            ≠<span className={classes.hidden}> differs</span>
          </span>
        )}
      </FoldHeading>
      {shown.map((sentence) => (
        <p key={sentence} className={classes.sentence} title={isExpanded ? undefined : sentences.join(".\n")}>
          {sentence}
          {!isExpanded && sentences.length > 1 && ` +${sentences.length - 1}`}
        </p>
      ))}
    </>
  );
});
