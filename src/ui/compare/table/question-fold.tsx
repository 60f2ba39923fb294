import type { ReactNode } from "react";
import { printRef } from "../../../core/dataset/ref.ts";
import { withFoldToggled } from "../../shared/comparison-set.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./comparison-table.module.css";
import { FoldHeading } from "./fold-heading.tsx";
import type { QuestionPart } from "./rows-by-question.ts";

interface QuestionFoldProps {
  readonly part: QuestionPart;
  readonly position: string;
}

/** A question's name, which folds and unfolds its variables. */
export function QuestionFold({ part, position }: QuestionFoldProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const ref = printRef({ kind: "question", packageId: dataset.info.name, id: part.question });
  return (
    <FoldHeading
      cites={ref}
      position={position}
      isOpen={!part.isFolded}
      className={classes.fold}
      onToggle={() =>
        dispatch({ kind: "compare", comparison: withFoldToggled(workspace.view.comparison, part.question) })
      }
    >
      <span className={classes.number}>{part.question}</span> {part.label}
      {part.isFolded && <span className={classes.folded}>{part.inWords}</span>}
    </FoldHeading>
  );
}
