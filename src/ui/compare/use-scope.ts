import { useMemo } from "react";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { statesInScope } from "./states-in-scope.ts";

/** The states that the analysis on screen is of; the same list as long as they are the same, so that a filter that does not touch them makes nothing anew. */
export function useScope(): readonly string[] {
  const { dataset, workspace } = useWorkspace();
  const { view } = workspace;
  const codes = statesInScope(dataset, view, view.analysis.scope).join(" ");
  return useMemo(() => (codes === "" ? [] : codes.split(" ")), [codes]);
}
