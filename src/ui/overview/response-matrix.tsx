import type { ReactNode } from "react";
import { MeaningBar } from "../../charts/meaning-bar.tsx";
import { countMeanings } from "../../core/analysis/completeness.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { responseRef } from "../../core/dataset/ref.ts";
import { evaluate } from "../../core/query/evaluate.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { NetworkMark } from "../shared/network-mark.tsx";
import { useCellKeys } from "../shared/use-cell-keys.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./response-matrix.module.css";

/** States x questions: each cell says the answer by sign, word and ground; states that the filter leaves out stay visible, faint. */
export function ResponseMatrix(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { notes } = useNotes();
  const index = indexOf(dataset);
  const selection = evaluate(dataset, workspace.view.filter, workspace.view.reading);
  const responseAt = new Map(dataset.responses.map(({ question, respondent }, i) => [`${question}/${respondent}`, i]));
  const cited = new Set(notes.flatMap((note) => note.links.map((link) => link.ref)));
  const questions = countMeanings(dataset);
  const onKeyDown = useCellKeys(dataset.respondents.length, questions.length);
  const { detail } = workspace;

  return (
    <div className={classes.scroll}>
      <table className={classes.matrix} onKeyDown={onKeyDown}>
        <caption>
          Answers of {dataset.respondents.length} states to {questions.length} questions. Arrow keys move, Enter opens a
          response.
        </caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              State
            </th>
            {questions.map(({ question, counts, of }) => (
              <th scope="col" key={question.id} title={question.wording}>
                <span className={classes.number}>{question.id}</span> {question.label}
                <MeaningBar counts={counts} of={of} colourOf={(meaning) => `var(--meaning-${meaning})`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dataset.respondents.map(({ code, name }, row) => (
            <tr key={code} data-passes={selection.respondents.has(row)}>
              <th scope="row" title={name}>
                <span className={classes.code}>{code}</span> <span className={classes.name}>{name}</span>{" "}
                <span className={classes.lock}>
                  <NetworkMark respondent={index.respondent(code)} />
                </span>
              </th>
              {questions.map(({ question }, column) => {
                const meaning = index.meaning(question.id, code);
                const answer = index.response(question.id, code).answer;
                const isOpen = detail?.question === question.id && detail.respondent === code;
                const passes = selection.responses.has(responseAt.get(`${question.id}/${code}`) ?? -1);
                const hasNotes = cited.has(responseRef(dataset, question.id, code));
                return (
                  <td key={question.id} data-ground={meaning} data-passes={passes}>
                    <button
                      type="button"
                      className={classes.cell}
                      data-cell={`${row}:${column}`}
                      tabIndex={isOpen || (detail === null && row === 0 && column === 0) ? 0 : -1}
                      aria-pressed={isOpen}
                      onClick={() =>
                        dispatch({
                          kind: "detail",
                          detail: isOpen ? null : { question: question.id, respondent: code },
                        })
                      }
                    >
                      <MeaningMark
                        meaning={meaning}
                        label={valueLabel(dataset, index.answerVariable(question.id).id, answer)}
                      />
                      {hasNotes && (
                        <span className={classes.noted} title="Has a follow-up question">
                          <span aria-hidden>✎</span>
                          <span className={classes.hidden}>has a follow-up question</span>
                        </span>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
