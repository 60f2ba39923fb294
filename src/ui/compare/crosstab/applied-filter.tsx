import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { describeFilter } from "../../../core/query/describe-filter.ts";
import { EMPTY_FILTER } from "../../../core/query/filter.ts";
import { printFilter } from "../../../core/query/filter-text.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { statesInScope } from "../states-in-scope.ts";
import classes from "./crosstab-part.module.css";

/** What the filter is now, since a click on a cell may have changed it; the way back and the way on. */
export function AppliedFilter(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter, reading } = workspace.view;
  const isThere = filter.terms.length > 0;
  // Undo takes the last change back, which must be this one.
  const last = workspace.past.at(-1);
  const isLast = last?.kind === "view" && printFilter(last.view.filter) !== printFilter(filter);
  const states = statesInScope(dataset, workspace.view, "filter");
  return (
    <div className={classes.applied}>
      <p role="status">
        {isThere
          ? `Filtered to ${states.length} of ${dataset.respondents.length} states: ${describeFilter(dataset, filter, reading)}`
          : "A click on a cell filters by it."}
      </p>
      {isThere && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => dispatch(isLast ? { kind: "undo" } : { kind: "filter", filter: EMPTY_FILTER })}
        >
          {isLast ? "Undo" : "Clear the filter"}
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
