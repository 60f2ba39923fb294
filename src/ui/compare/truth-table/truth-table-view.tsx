import type { ReactNode } from "react";
import { indicatorNames } from "../../../core/analysis/indicator.ts";
import type { TruthTable, TruthTableRow, Verdict } from "../../../core/analysis/truth-table.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { summaryOf } from "../../../core/export/truth-table-table.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { indicatorKey, indicatorLabel } from "./indicator-options.ts";
import classes from "./truth-table-part.module.css";

const VERDICTS: Readonly<Record<Verdict, string>> = {
  outcome: "1",
  "no-outcome": "0",
  contradiction: "contradiction",
  open: "open",
};

/** The rows of a truth table with their cases, and what it comes to. */
export function TruthTableView({ table }: { readonly table: TruthTable }): ReactNode {
  const { dataset } = useWorkspace();
  const indicators = [...table.conditions, table.outcome];
  const names = indicatorNames(indicators);
  return (
    <>
      <table className={classes.table}>
        <caption className={classes.hidden}>
          A row a combination of conditions that has a case, or could have one
        </caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {indicators.map((indicator, i) => (
              <th
                key={`${i === table.conditions.length ? "outcome" : "condition"} ${indicatorKey(indicator)}`}
                scope="col"
                title={`${names[i]} in files`}
                data-outcome={i === table.conditions.length}
              >
                {indicatorLabel(dataset, indicator)}
              </th>
            ))}
            <th scope="col">n</th>
            <th scope="col">Consistency</th>
            <th scope="col">Cases</th>
            {table.missing === "bounds" && <th scope="col">Possibly</th>}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <RowOf key={row.number} row={row} table={table} />
          ))}
        </tbody>
      </table>
      <dl className={classes.summary}>
        {summaryOf(table).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface RowOfProps {
  readonly row: TruthTableRow;
  readonly table: TruthTable;
}

function RowOf({ row, table }: RowOfProps): ReactNode {
  const { number, values, verdict, cases, possible, consistency } = row;
  const { least, greatest } = consistency;
  return (
    <tr data-verdict={verdict}>
      <th scope="row">{number}</th>
      {values.map((value, i) => (
        <td key={indicatorKey(table.conditions[i] ?? table.outcome)}>{value}</td>
      ))}
      <td data-outcome>
        {verdict === "contradiction" && <span aria-hidden>≠ </span>}
        {VERDICTS[verdict]}
      </td>
      <td>{possible.length === 0 ? cases.length : `${cases.length} to ${cases.length + possible.length}`}</td>
      <td>{least === greatest ? least.toFixed(3) : `${least.toFixed(3)} to ${greatest.toFixed(3)}`}</td>
      <td>
        {cases.map(({ respondent, outcome }) => (
          <CaseLink key={respondent} respondent={respondent} table={table}>
            {verdict === "contradiction" && outcome === 0
              ? `(${respondent})`
              : `${respondent}${outcome === null ? "?" : ""}`}
          </CaseLink>
        ))}
      </td>
      {table.missing === "bounds" && (
        <td>
          {possible.map((respondent) => (
            <CaseLink key={respondent} respondent={respondent} table={table}>
              {respondent}
            </CaseLink>
          ))}
        </td>
      )}
    </tr>
  );
}

interface CaseLinkProps {
  readonly respondent: string;
  readonly table: TruthTable;
  readonly children: ReactNode;
}

// A case leads to what the state says on the outcome.
function CaseLink({ respondent, table, children }: CaseLinkProps): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const index = indexOf(dataset);
  const { question } = index.variable(table.outcome.variable);
  return (
    <button
      type="button"
      className={classes.case}
      title={index.respondent(respondent).name}
      onClick={() => dispatch({ kind: "detail", detail: { question, respondent } })}
    >
      {children}
    </button>
  );
}
