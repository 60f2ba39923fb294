import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { STATE_SCOPES, type StateScope } from "../shared/analysis-choice.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { statesInScope } from "./states-in-scope.ts";

const SCOPES = Object.keys(STATE_SCOPES) as readonly StateScope[];

/** Of which states the analysis is, with how many each choice has. */
export function ScopeChoice(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  return (
    <SegmentedControl
      size="xs"
      name="states-in-scope"
      aria-label="Of which states"
      data={SCOPES.map((value) => ({
        value,
        label: `${STATE_SCOPES[value]} ${statesInScope(dataset, workspace.view, value).length}`,
      }))}
      value={workspace.view.analysis.scope}
      onChange={(scope) => dispatch({ kind: "analyse", analysis: { scope } })}
    />
  );
}
