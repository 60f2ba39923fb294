import type { ReactNode } from "react";
import { type Reconciliation, reconcile } from "../../core/analysis/reconcile.ts";
import { Locator } from "../shared/locator.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** Every count that the source prints, set against the data. */
export function ReconciliationTable(): ReactNode {
  const { dataset } = useWorkspace();
  const reconciliations = reconcile(dataset);
  const agreeing = reconciliations.filter(({ agrees }) => agrees).length;
  return (
    <table className={classes.table}>
      <caption>
        {agreeing} of {reconciliations.length} stated counts agree with the data
      </caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">The source prints</th>
          <th scope="col">of</th>
          <th scope="col" className={classes.number}>
            We count
          </th>
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
  );
}

function ReconciliationRow({ reconciliation }: { readonly reconciliation: Reconciliation }): ReactNode {
  const { statedCount, counted, of, agrees, caveats } = reconciliation;
  const what = statedCount.variable === "" ? "respondents" : `${statedCount.variable}: ${statedCount.codes.join(", ")}`;
  return (
    <tr>
      <td>{statedCount.question === "" ? "whole query" : statedCount.question}</td>
      <td>
        “{statedCount.printed}”
        {statedCount.value !== null && (
          <span className={classes.quiet}>
            {" "}
            ({statedCount.relation} {statedCount.value})
          </span>
        )}
      </td>
      <td>
        {what}
        {statedCount.base !== "" && <span className={classes.quiet}> among {statedCount.base}</span>}
      </td>
      <td className={classes.number}>
        {counted} of {of}
      </td>
      <td>
        {agrees ? "✓ agrees" : "≠ differs"}
        {caveats.map(({ id, what: oddity, handling }) => (
          <div key={id} className={classes.quiet}>
            {oddity} {handling}
          </div>
        ))}
      </td>
      <td>
        <Locator text={statedCount.locator} />
      </td>
    </tr>
  );
}
