import type { ReactNode } from "react";
import { countMeanings } from "../../core/analysis/completeness.ts";
import { MEANING_ORDER, type Meaning } from "../../core/dataset/meanings.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { RespondentCompleteness } from "./respondent-completeness.tsx";
import classes from "./source-table.module.css";

/** What is known, question by question and state by state: how many answers say what, and of how many nothing is known. */
export function Completeness(): ReactNode {
  const { dataset } = useWorkspace();
  const used = new Set(dataset.responses.length === 0 ? [] : dataset.codes.map(({ meaning }) => meaning));
  const meanings = MEANING_ORDER.filter((meaning) => used.has(meaning));
  return (
    <div className={classes.tables}>
      <h1 className={classes.hidden}>Completeness</h1>
      <QuestionCompleteness meanings={meanings} />
      <RespondentCompleteness meanings={meanings} />
    </div>
  );
}

function QuestionCompleteness({ meanings }: { readonly meanings: readonly Meaning[] }): ReactNode {
  const { dataset } = useWorkspace();
  return (
    <table className={classes.table}>
      <caption>By question: answers by meaning, of {dataset.respondents.length} states each</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          {meanings.map((meaning) => (
            <th scope="col" key={meaning} className={classes.number}>
              <MeaningMark meaning={meaning} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {countMeanings(dataset).map(({ question, counts }) => (
          <tr key={question.id}>
            <th scope="row">
              {question.id} {question.label}
            </th>
            {meanings.map((meaning) => (
              <td key={meaning} className={classes.number} data-zero={counts[meaning] === 0}>
                {counts[meaning]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
