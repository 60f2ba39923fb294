import type { ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import type { Variable } from "../../../core/dataset/resources.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import { Locator } from "../../shared/locator.tsx";
import classes from "./comparison-table.module.css";

interface CellDetailsProps {
  readonly dataset: Dataset;
  readonly variable: Variable;
  readonly respondent: string;
}

/** What stands behind a state's cell: of an answer its summary, of each code how it is known, and where in the source. */
export function CellDetails({ dataset, variable, respondent }: CellDetailsProps): ReactNode {
  const index = indexOf(dataset);
  const basisWord = (basis: string): string => valueLabel(dataset, "basis", basis).toLowerCase();
  if (variable.kind === "answer") {
    const { summary, basis, locator } = index.response(variable.question, respondent);
    return (
      <div className={classes.details}>
        {summary !== "" && <p>{summary}</p>}
        <p className={classes.basis}>
          {basisWord(basis)}, <Locator text={locator} />
        </p>
      </div>
    );
  }
  const observations = index.observations(variable.id, respondent);
  if (observations.length === 0) return null;
  return (
    <div className={classes.details}>
      {observations.map(({ code, basis, locator }) => (
        <p key={code} className={classes.basis}>
          {index.code(variable.id, code).label}: {basisWord(basis)}, <Locator text={locator} />
        </p>
      ))}
    </div>
  );
}
