import type { ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import type { Outgoing } from "../../../core/export/outgoing.ts";
import { countOutgoing } from "../../../core/export/outgoing-counts.ts";
import classes from "./export-package.module.css";

/** What of the package goes out, in counts; what stays behind says so. */
export function OutgoingCounts({
  dataset,
  outgoing,
}: {
  readonly dataset: Dataset;
  readonly outgoing: Outgoing;
}): ReactNode {
  return (
    <ul className={classes.counts} aria-label="What goes out">
      {countOutgoing(dataset, outgoing).map(({ what, goesOut, of }) => (
        <li key={what} data-less={goesOut < of}>
          <b>{goesOut}</b>
          {goesOut < of && <span> of {of}</span>} {what}
        </li>
      ))}
    </ul>
  );
}
