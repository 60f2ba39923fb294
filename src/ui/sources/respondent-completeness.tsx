import type { ReactNode } from "react";
import { countMeaningsOfRespondents, silentAddressees } from "../../core/analysis/completeness.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { MEANINGS, type Meaning } from "../../core/dataset/meanings.ts";
import { NetworkMark } from "../shared/network-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** What is known of each state: what every answer says by its sign, how many say the same, how many can be compared; and who was asked and did not answer. */
export function RespondentCompleteness({ meanings }: { readonly meanings: readonly Meaning[] }): ReactNode {
  const { dataset } = useWorkspace();
  const { questions } = indexOf(dataset);
  const silent = silentAddressees(dataset);
  return (
    <table className={classes.table}>
      <caption>
        By state: what each answer says, and how many of {questions.length} say the same
        <span className={classes.note}>{addresseesInWords(dataset.info.query.addressees?.length ?? null, silent)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">State</th>
          {questions.map(({ id, label }) => (
            <th scope="col" key={id} className={classes.sign} title={label}>
              {id}
            </th>
          ))}
          {meanings.map((meaning) => (
            <th scope="col" key={meaning} className={classes.number} title={MEANINGS[meaning].explanation}>
              {MEANINGS[meaning].word}
            </th>
          ))}
          <th scope="col" className={classes.number} title="Answers that can be set against others">
            Comparable
          </th>
        </tr>
      </thead>
      <tbody>
        {countMeaningsOfRespondents(dataset).map(({ respondent, meanings: own, counts, comparable }) => (
          <tr key={respondent.code}>
            <th scope="row" className={classes.state}>
              <span className={classes.code}>{respondent.code}</span> {respondent.name}{" "}
              <NetworkMark respondent={respondent} />
            </th>
            {own.map((meaning, i) => (
              <td key={questions[i]?.id} className={classes.sign} data-ground={meaning} title={MEANINGS[meaning].word}>
                <span aria-hidden style={{ color: `var(--meaning-${meaning})` }}>
                  {MEANINGS[meaning].sign}
                </span>
                <span className={classes.hidden}>{MEANINGS[meaning].word}</span>
              </td>
            ))}
            {meanings.map((meaning) => (
              <td key={meaning} className={classes.number} data-zero={counts[meaning] === 0}>
                {counts[meaning]}
              </td>
            ))}
            <td className={classes.number}>
              {comparable} of {questions.length}
            </td>
          </tr>
        ))}
        {silent?.map((code) => (
          <tr key={code}>
            <th scope="row" className={classes.state}>
              <span className={classes.code}>{code}</span>
            </th>
            <td colSpan={questions.length + meanings.length + 1} className={classes.quiet}>
              Asked, and did not answer
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function addresseesInWords(asked: number | null, silent: readonly string[] | null): string {
  if (asked === null || silent === null) return "Who was asked is not stated, so who did not answer is not known.";
  return silent.length === 0
    ? `All ${asked} states that were asked answered.`
    : `${silent.length} of ${asked} states that were asked did not answer: ${silent.join(", ")}.`;
}
