import type { ReactNode } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { countFacet } from "../../core/query/facets.ts";
import { EMPTY_FILTER } from "../../core/query/filter.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** Every variable and code with its definition and how many states have it. */
export function Codebook(): ReactNode {
  const { dataset } = useWorkspace();
  const index = indexOf(dataset);
  return (
    <table className={classes.table}>
      <caption>
        {dataset.variables.length} variables, {dataset.codes.length} codes
      </caption>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">Code</th>
          <th scope="col">Meaning</th>
          <th scope="col">Definition</th>
          <th scope="col" className={classes.number}>
            States
          </th>
        </tr>
      </thead>
      <tbody>
        {dataset.variables.flatMap((variable) =>
          countFacet(dataset, EMPTY_FILTER, "states", variable.id).values.map(({ value, counts }, i) => {
            const code = index.code(variable.id, value);
            return (
              <tr key={`${variable.id}/${value}`}>
                <th scope="row">
                  {i === 0 && <VariableName id={variable.id} label={variable.label} question={variable.question} />}
                </th>
                <td>
                  {code.label} <span className={classes.quiet}>{value}</span>
                </td>
                <td>
                  {variable.kind === "answer" ? (
                    <MeaningMark meaning={code.meaning} />
                  ) : (
                    <span className={classes.quiet}>code</span>
                  )}
                </td>
                <td>{code.definition}</td>
                <td className={classes.number}>
                  {counts === null ? <span className={classes.quiet}>no state given</span> : counts.respondents}
                </td>
              </tr>
            );
          }),
        )}
      </tbody>
    </table>
  );
}

function VariableName({
  id,
  label,
  question,
}: {
  readonly id: string;
  readonly label: string;
  readonly question: string;
}): ReactNode {
  return (
    <>
      {question} {label} <span className={classes.quiet}>{id}</span>
    </>
  );
}
