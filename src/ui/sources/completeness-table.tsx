import type { ReactNode } from "react";
import { countMeanings } from "../../core/analysis/completeness.ts";
import { MEANING_ORDER } from "../../core/dataset/meanings.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** What is known, question by question: how many states answered in which way, and of how many nothing is known. */
export function CompletenessTable(): ReactNode {
  const { dataset } = useWorkspace();
  const used = new Set(dataset.codes.map(({ meaning }) => meaning));
  const meanings = MEANING_ORDER.filter((meaning) => used.has(meaning));
  return (
    <table className={classes.table}>
      <caption>Answers by meaning, of {dataset.respondents.length} states each</caption>
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
              <td key={meaning} className={classes.number}>
                {counts[meaning]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
