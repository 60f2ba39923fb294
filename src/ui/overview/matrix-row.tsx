import { memo, type ReactNode } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { printRef, responseRef } from "../../core/dataset/ref.ts";
import type { Question, Respondent } from "../../core/dataset/resources.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { NetworkMark } from "../shared/network-mark.tsx";
import { Noted, NotesHint, NotesMark } from "../shared/notes-mark.tsx";
import { useNotes } from "../shared/use-notes.tsx";
import type { ResponseKey } from "../shared/workspace.ts";
import classes from "./response-matrix.module.css";

interface MatrixRowProps {
  readonly dataset: Dataset;
  readonly respondent: Respondent;
  /** Its place among all states, from 0. */
  readonly row: number;
  readonly questions: readonly Question[];
  /** The stretch of questions whose answers are drawn. */
  readonly from: number;
  readonly to: number;
  readonly passes: boolean;
  /** Ids of the questions to which its response passes the filter, joined by blanks: a text, so that an equal one draws nothing anew. */
  readonly passing: string;
  /** The question whose response is open; null where none of this state is. */
  readonly open: string | null;
  /** Whether a press of the tab key comes to its first cell. */
  readonly isFirstStop: boolean;
  /** Told the response to open; null to close the one that is. */
  readonly onChoose: (detail: ResponseKey | null) => void;
}

/** A state with its answer to each question. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps): ReactNode {
  const { dataset, respondent, row, questions, from, to, passes, passing, open, isFirstStop, onChoose } = props;
  const { citing } = useNotes();
  const index = indexOf(dataset);
  const { code, name } = respondent;
  const ofState = printRef({ kind: "respondent", packageId: dataset.info.name, id: code });
  const passed = new Set(passing.split(" "));
  return (
    <tr data-passes={passes} aria-rowindex={row + 2}>
      <th scope="row" title={name} data-cites={ofState}>
        <span className={classes.code}>{code}</span> <span className={classes.name}>{name}</span>{" "}
        <span className={classes.lock}>
          <span className={classes.stateNotes}>
            <NotesMark cites={ofState} />
          </span>
          <NetworkMark respondent={respondent} />
        </span>
      </th>
      <Skipped columns={from} />
      {questions.slice(from, to).map(({ id }, i) => {
        const column = from + i;
        const isOpen = open === id;
        const { answer } = index.response(id, code);
        const ref = responseRef(dataset, id, code);
        return (
          <td key={id} aria-colindex={column + 2} data-ground={index.meaning(id, code)} data-passes={passed.has(id)}>
            <Noted cites={ref} isTabStop={false}>
              <button
                type="button"
                className={classes.cell}
                data-cell={`${row}:${column}`}
                data-cites={ref}
                tabIndex={isOpen || (isFirstStop && column === 0) ? 0 : -1}
                aria-pressed={isOpen}
                onClick={() => onChoose(isOpen ? null : { question: id, respondent: code })}
              >
                <MeaningMark
                  meaning={index.meaning(id, code)}
                  label={valueLabel(dataset, index.answerVariable(id).id, answer)}
                />
                {citing(ref).length > 0 && <NotesHint cites={ref} />}
              </button>
            </Noted>
          </td>
        );
      })}
      <Skipped columns={questions.length - to} />
    </tr>
  );
});

// As many as HTML lets one cell span.
const MOST_SPANNED = 1000;

/** The room of answers that are not drawn. */
function Skipped({ columns }: { readonly columns: number }): ReactNode {
  if (columns <= 0) return null;
  const span = Math.min(columns, MOST_SPANNED);
  return (
    <>
      <td colSpan={span} aria-hidden />
      <Skipped columns={columns - span} />
    </>
  );
}
