import type { ReactNode } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf, isComparable } from "../../core/dataset/dataset-index.ts";
import { isDerived } from "../../core/dataset/derivations.ts";
import type { Variable } from "../../core/dataset/resources.ts";
import { refOfValue } from "../../core/notebook/cited-filter.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { Locator } from "./locator.tsx";
import { NotesMark } from "./notes-mark.tsx";
import classes from "./response-codes.module.css";
import type { ResponseKey } from "./workspace.ts";

/** The coded values of a response, variable by variable, each with its basis and place in the source. */
export function ResponseCodes({
  dataset,
  detail,
}: {
  readonly dataset: Dataset;
  readonly detail: ResponseKey;
}): ReactNode {
  const index = indexOf(dataset);
  const variables = index.variablesOf(detail.question).filter(({ kind }) => kind === "multiple");
  if (variables.length === 0) return null;
  return (
    <section>
      <h3>Codes</h3>
      <dl className={classes.codes}>
        {variables.map((variable) => (
          <div key={variable.id}>
            <dt title={variable.definition}>
              {variable.label}
              {isDerived(dataset, variable.id) && <span className={classes.none}> (derived)</span>}
            </dt>
            <dd>
              <CodesOf dataset={dataset} variable={variable} respondent={detail.respondent} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface CodesOfProps {
  readonly dataset: Dataset;
  readonly variable: Variable;
  readonly respondent: string;
}

function CodesOf({ dataset, variable, respondent }: CodesOfProps): ReactNode {
  const observations = indexOf(dataset).observations(variable.id, respondent);
  if (observations.length === 0) return <span className={classes.none}>{absence(dataset, variable, respondent)}</span>;
  return (
    <ul>
      {observations.map(({ code, basis, locator }) => (
        <li key={code}>
          {valueLabel(dataset, variable.id, code)} <NotesMark cites={refOfValue(dataset, variable.id, code)} />{" "}
          <span className={classes.none}>{valueLabel(dataset, "basis", basis).toLowerCase()}</span>{" "}
          <Locator text={locator} />
        </li>
      ))}
    </ul>
  );
}

// An absent code is "none" only where the answer can be compared; otherwise nothing is known, and it says so.
function absence(dataset: Dataset, variable: Variable, respondent: string): string {
  const index = indexOf(dataset);
  if (index.codesOf(variable.id).every(({ code }) => index.isNamedForNoOne(variable.id, code)))
    return "The source names no state";
  return isComparable(index.meaning(variable.question, respondent)) ? "None named" : "Not known";
}
