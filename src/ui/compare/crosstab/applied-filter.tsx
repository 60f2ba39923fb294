import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { describeFilter } from "../../../core/query/describe-filter.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { statesInScope } from "../states-in-scope.ts";
import classes from "./crosstab-part.module.css";

/** What the filter is now, since a click on a cell may have changed it; the way back and the way on. */
export function AppliedFilter(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter, reading } = workspace.view;
  const isThere = filter.terms.length > 0;
  const states = statesInScope(dataset, workspace.view, "filter");
  return (
    <div className={classes.applied}>
      <p role="status">
        {isThere
          ? `Filtered to ${states.length} of ${dataset.respondents.length} states: ${describeFilter(dataset, filter, reading)}`
          : "A click on a cell filters by it."}
      </p>
      {isThere && workspace.past.length > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => dispatch({ kind: "undo" })}>
          Undo
        </Button>
      )}
      {isThere && (
        <Button size="compact-xs" variant="default" onClick={() => dispatch({ kind: "go", screen: "explore" })}>
          Show in Explore
        </Button>
      )}
    </div>
  );
}
