import type { ReactNode } from "react";
import type { FollowUp, FollowUpAnswer, FollowUpCell, FollowUpQuestion } from "../../../core/analysis/follow-up.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { MeaningMark } from "../../shared/meaning-mark.tsx";
import { NetworkMark } from "../../shared/network-mark.tsx";
import tableClasses from "../source-table.module.css";
import classes from "./follow-up.module.css";

interface FollowUpTableProps {
  readonly before: Dataset;
  readonly after: Dataset;
  readonly followUp: FollowUp;
  readonly onlyChanged: boolean;
}

/** States as rows, questions of both queries as columns: what a state said then and says now, changes by sign and frame. */
export function FollowUpTable({ before, after, followUp, onlyChanged }: FollowUpTableProps): ReactNode {
  const { states, questions } = followUp;
  const rows = states
    .map((state, i) => ({ state, cells: questions.map(({ cells }) => cells[i]) }))
    .filter(({ cells }) => !onlyChanged || cells.some((cell) => cell?.change === "changed"));
  return (
    <>
      <dl className={classes.both}>
        <dt>Then</dt>
        <dd>{nameOf(before)}</dd>
        <dt>Now</dt>
        <dd>{nameOf(after)}</dd>
      </dl>
      <LeftOut followUp={followUp} />
      <table className={`${tableClasses.table} ${classes.table}`}>
        <caption>
          {states.length} states and {questions.length} questions of both. What cannot be compared is neither the same
          nor changed.
        </caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            {questions.map((question) => (
              <QuestionHeader key={question.after.id} question={question} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, cells }) => (
            <tr key={state.code}>
              <th scope="row">
                <span className={tableClasses.code}>{state.code}</span> {state.name} <NetworkMark respondent={state} />
              </th>
              {cells.map((cell, i) => (
                <ThenAndNow key={questions[i]?.after.id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function QuestionHeader({ question: { before, after, counts } }: { readonly question: FollowUpQuestion }): ReactNode {
  const other = before.label === after.label ? "" : ` (then: ${before.label})`;
  return (
    <th scope="col" title={after.wording}>
      <span className={tableClasses.quiet}>{after.id}</span> {after.label}
      {other}
      <span className={classes.counts}>
        {counts.changed} changed, {counts.same} the same, {counts["not-comparable"]} not comparable
      </span>
    </th>
  );
}

function ThenAndNow({ cell }: { readonly cell: FollowUpCell | undefined }): ReactNode {
  if (cell === undefined) return <td />;
  const { before, after, change } = cell;
  const isOne = before.code === after.code;
  return (
    <td data-change={change}>
      {change === "changed" && <span className={classes.hidden}>changed: </span>}
      {!isOne && <Answer answer={before} />}
      {!isOne && (
        <>
          <span className={classes.arrow} aria-hidden>
            →{" "}
          </span>
          <span className={classes.hidden}>, now </span>
        </>
      )}
      <Answer answer={after} />
    </td>
  );
}

function Answer({ answer: { meaning, label } }: { readonly answer: FollowUpAnswer }): ReactNode {
  return <MeaningMark meaning={meaning} label={label} />;
}

function LeftOut({ followUp }: { readonly followUp: FollowUp }): ReactNode {
  const { statesOnlyThen, statesOnlyNow, questionsOnlyThen, questionsOnlyNow } = followUp;
  const codes = (of: FollowUp["states"]): string => of.map(({ code }) => code).join(", ");
  const labels = (of: FollowUp["questionsOnlyNow"]): string => of.map(({ id, label }) => `${id} ${label}`).join("; ");
  const facts: readonly (readonly [string, string])[] = [
    ["States only then", codes(statesOnlyThen)],
    ["States only now", codes(statesOnlyNow)],
    ["Questions only then", labels(questionsOnlyThen)],
    ["Questions only now", labels(questionsOnlyNow)],
  ];
  return (
    <ul className={classes.left}>
      {facts.map(([name, value]) => (
        <li key={name}>
          <span className={tableClasses.quiet}>{name}:</span> {value === "" ? "none" : value}
        </li>
      ))}
    </ul>
  );
}

function nameOf({ info }: Dataset): string {
  const when = info.query.launched === "" ? "" : `, ${info.query.launched}`;
  return `${info.title} (${info.name} ${info.version}${when})`;
}
