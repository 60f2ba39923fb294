import { type KeyboardEvent, type ReactNode, useCallback, useMemo } from "react";
import { MeaningBar } from "../../charts/meaning-bar.tsx";
import { countMeanings } from "../../core/analysis/completeness.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { printRef } from "../../core/dataset/ref.ts";
import { evaluate, type Selection } from "../../core/query/evaluate.ts";
import { NotesMark } from "../shared/notes-mark.tsx";
import { useCellKeys } from "../shared/use-cell-keys.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import type { ResponseKey } from "../shared/workspace.ts";
import type { DrawnCells } from "./drawn-cells.ts";
import { MatrixRow } from "./matrix-row.tsx";
import { COLUMN_REM, CORNER_REM } from "./matrix-width.ts";
import classes from "./response-matrix.module.css";

/** States x questions: each cell says the answer by sign, word and ground; states that the filter leaves out stay visible, faint. */
export function ResponseMatrix({ drawn }: { readonly drawn: DrawnCells }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { respondents } = dataset;
  const { detail, view } = workspace;
  const selection = evaluate(dataset, view.filter, view.reading);
  const counted = useMemo(() => countMeanings(dataset), [dataset]);
  const questions = useMemo(() => counted.map(({ question }) => question), [counted]);
  const places = useMemo(() => placesOf(dataset), [dataset]);
  const { scroller, rows, above, below, from, to, bringInSight } = drawn;
  const onKeyDown = useMatrixKeys(respondents.length, questions.length, bringInSight);
  const choose = useCallback((detail: ResponseKey | null) => dispatch({ kind: "detail", detail }), [dispatch]);
  return (
    <div className={classes.scroll} ref={scroller}>
      <table
        className={classes.matrix}
        style={leastWidth(questions.length)}
        onKeyDown={onKeyDown}
        aria-rowcount={respondents.length + 1}
        aria-colcount={questions.length + 1}
      >
        <caption className={classes.hidden}>
          Answers of {respondents.length} states to {questions.length} questions. Arrow keys move, Enter opens a
          response.
        </caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              State
            </th>
            {counted.map(({ question, counts, of }) => (
              <th
                scope="col"
                key={question.id}
                title={question.wording}
                data-cites={printRef({ kind: "question", packageId: dataset.info.name, id: question.id })}
              >
                <span className={classes.number}>{question.id}</span>{" "}
                <NotesMark cites={printRef({ kind: "question", packageId: dataset.info.name, id: question.id })} />{" "}
                {question.label}
                <MeaningBar counts={counts} of={of} colourOf={(meaning) => `var(--meaning-${meaning})`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} columns={questions.length + 1} />
          {rows.map((row) => {
            const respondent = respondents[row];
            if (respondent === undefined) return null;
            const passes = selection.respondents.has(row);
            return (
              <MatrixRow
                key={respondent.code}
                {...{ dataset, respondent, row, questions, from, to, passes }}
                passing={passes ? passingQuestions(questions, places, respondent.code, selection) : ""}
                open={detail?.respondent === respondent.code ? detail.question : null}
                isFirstStop={detail === null && row === 0}
                onChoose={choose}
              />
            );
          })}
          <Gap height={below} columns={questions.length + 1} />
        </tbody>
      </table>
    </div>
  );
}

function leastWidth(questions: number): Readonly<Record<string, string>> {
  return { "--least-width": `${CORNER_REM + COLUMN_REM * questions}rem` };
}

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function placesOf({ responses }: Dataset): ReadonlyMap<string, number> {
  return new Map(responses.map(({ question, respondent }, i) => [`${question}/${respondent}`, i]));
}

function passingQuestions(
  questions: readonly { readonly id: string }[],
  places: ReadonlyMap<string, number>,
  respondent: string,
  selection: Selection,
): string {
  return questions
    .filter(({ id }) => selection.responses.has(places.get(`${id}/${respondent}`) ?? -1))
    .map(({ id }) => id)
    .join(" ");
}

// What is at the edges of a large matrix is drawn only once it is gone to.
function useMatrixKeys(
  rows: number,
  columns: number,
  bringInSight: DrawnCells["bringInSight"],
): (event: KeyboardEvent<HTMLElement>) => void {
  const move = useCellKeys(rows, columns);
  return useCallback(
    (event) => {
      const table = event.currentTarget;
      const place = edgePlace(event, rows, columns);
      if (place === null) return move(event);
      event.preventDefault();
      const [row, column] = place;
      bringInSight(row, column, () => {
        const cell = table.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
        cell?.focus();
        cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
      });
    },
    [move, rows, columns, bringInSight],
  );
}

/** Where Home and End lead, alone within their row; null for every other key, and where they are not pressed in a cell. */
function edgePlace(
  { key, ctrlKey, metaKey, target }: KeyboardEvent<HTMLElement>,
  rows: number,
  columns: number,
): readonly [row: number, column: number] | null {
  const at = (target as HTMLElement).dataset.cell?.split(":").map(Number);
  if (at === undefined || (key !== "Home" && key !== "End")) return null;
  const isFar = ctrlKey || metaKey;
  if (key === "Home") return [isFar ? 0 : (at[0] ?? 0), 0];
  return [isFar ? rows - 1 : (at[0] ?? 0), columns - 1];
}
