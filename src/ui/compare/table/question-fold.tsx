import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { printRef } from "../../../core/dataset/ref.ts";
import { withFoldToggled } from "../../shared/comparison-set.ts";
import { Noted } from "../../shared/notes-mark.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./comparison-table.module.css";
import type { QuestionPart } from "./rows-by-question.ts";

interface QuestionFoldProps {
  readonly part: QuestionPart;
  readonly position: string;
}

/** A question's name, which folds and unfolds its variables. */
export function QuestionFold({ part, position }: QuestionFoldProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const Chevron = part.isFolded ? IconChevronRight : IconChevronDown;
  const ref = printRef({ kind: "question", packageId: dataset.info.name, id: part.question });
  return (
    <Noted cites={ref}>
      <button
        type="button"
        className={classes.fold}
        data-cell={position}
        data-cites={ref}
        tabIndex={-1}
        aria-expanded={!part.isFolded}
        onClick={() =>
          dispatch({ kind: "compare", comparison: withFoldToggled(workspace.view.comparison, part.question) })
        }
      >
        <Chevron size={14} aria-hidden />
        <span>
          <span className={classes.number}>{part.question}</span> {part.label}
          {part.isFolded && <span className={classes.folded}>{part.inWords}</span>}
        </span>
      </button>
    </Noted>
  );
}
