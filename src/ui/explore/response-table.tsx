import type { ReactNode } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import type { Response } from "../../core/dataset/resources.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { Locator } from "../shared/locator.tsx";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { NetworkMark } from "../shared/network-mark.tsx";
import { useCellKeys } from "../shared/use-cell-keys.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./response-table.module.css";

/** The responses as rows: state, question, answer, codes, summary, basis and place. */
export function ResponseTable({ responses }: { readonly responses: readonly Response[] }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const index = indexOf(dataset);
  const onKeyDown = useCellKeys(responses.length, 1);
  return (
    <table className={classes.table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Question</th>
          <th scope="col">Answer</th>
          <th scope="col">Codes</th>
          <th scope="col">Summary</th>
          <th scope="col">Basis</th>
        </tr>
      </thead>
      <tbody>
        {responses.map(({ question, respondent, answer, summary, basis, locator }, row) => {
          const isOpen = workspace.detail?.question === question && workspace.detail.respondent === respondent;
          const codes = index
            .variablesOf(question)
            .flatMap((variable) =>
              index.observations(variable.id, respondent).map(({ code }) => valueLabel(dataset, variable.id, code)),
            );
          return (
            <tr key={`${question}/${respondent}`} data-open={isOpen}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.open}
                  data-cell={`${row}:0`}
                  tabIndex={row === 0 ? 0 : -1}
                  aria-pressed={isOpen}
                  aria-label={`${respondent} ${question}: open the response`}
                  onClick={() => dispatch({ kind: "detail", detail: isOpen ? null : { question, respondent } })}
                >
                  {respondent}
                </button>{" "}
                <NetworkMark respondent={index.respondent(respondent)} />
              </th>
              <td className={classes.question}>
                {question} {index.question(question).label}
              </td>
              <td>
                <MeaningMark
                  meaning={index.meaning(question, respondent)}
                  label={valueLabel(dataset, index.answerVariable(question).id, answer)}
                />
              </td>
              <td>{codes.join(", ")}</td>
              <td>{summary}</td>
              <td>
                {valueLabel(dataset, "basis", basis)} <Locator text={locator} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
