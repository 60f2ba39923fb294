import { useMemo } from "react";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { statesInScope } from "./states-in-scope.ts";

/** The states that the analysis on screen is of. */
export function useScope(): readonly string[] {
  const { dataset, workspace } = useWorkspace();
  const { view } = workspace;
  return useMemo(() => statesInScope(dataset, view, view.analysis.scope), [dataset, view]);
}
