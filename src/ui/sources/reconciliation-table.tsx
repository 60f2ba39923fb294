import type { ReactNode } from "react";
import { describeBase, describeCounted, describeReconciliation } from "../../core/analysis/describe-reconciliation.ts";
import { type Reconciliation, reconcile } from "../../core/analysis/reconcile.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { Locator } from "../shared/locator.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** Every count that the source prints, set against the data, with the states behind it. */
export function ReconciliationTable(): ReactNode {
  const { dataset } = useWorkspace();
  const reconciliations = reconcile(dataset);
  const agreeing = reconciliations.filter(({ agrees }) => agrees).length;
  return (
    <>
      <h1 className={classes.hidden}>Reconciliation</h1>
      <table className={classes.table}>
        <caption>
          {reconciliations.length === 0
            ? "The source prints no counts that the package holds"
            : `${agreeing} of ${reconciliations.length} counts that the source prints agree with the data`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">What is counted</th>
            <th scope="col">Set against the data</th>
            <th scope="col">States counted</th>
            <th scope="col">Outcome</th>
            <th scope="col">Place</th>
          </tr>
        </thead>
        <tbody>
          {reconciliations.map((reconciliation) => (
            <ReconciliationRow key={reconciliation.statedCount.id} reconciliation={reconciliation} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ReconciliationRow({ reconciliation }: { readonly reconciliation: Reconciliation }): ReactNode {
  const { dataset } = useWorkspace();
  const { statedCount, respondents, agrees, caveats } = reconciliation;
  const base = describeBase(dataset, statedCount);
  return (
    <tr data-differs={!agrees}>
      <td>{statedCount.question === "" ? "whole query" : statedCount.question}</td>
      <th scope="row">
        {describeCounted(dataset, statedCount)}
        {base !== "" && <div className={`${classes.quiet} ${classes.base}`}>among: {base}</div>}
      </th>
      <td className={classes.sentence}>{describeReconciliation(reconciliation)}</td>
      <td className={classes.states}>
        {respondents.map((code) => (
          <abbr key={code} title={indexOf(dataset).respondent(code).name}>
            {code}
          </abbr>
        ))}
      </td>
      <td className={caveats.length === 0 ? undefined : classes.explained}>
        <span className={classes.outcome}>{agrees ? "✓ agrees" : "≠ differs"}</span>
        {caveats.map(({ id, what, handling }) => (
          <div key={id} className={classes.quiet}>
            {what} {handling}
          </div>
        ))}
      </td>
      <td>
        <Locator text={statedCount.locator} />
      </td>
    </tr>
  );
}
