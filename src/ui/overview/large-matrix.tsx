import type { ReactNode } from "react";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { ResponseMatrix } from "./response-matrix.tsx";
import { useCellsInSight } from "./use-cells-in-sight.ts";

/** The matrix of so many states or questions that only the cells in sight are drawn. */
export function LargeMatrix(): ReactNode {
  const { respondents, questions } = useWorkspace().dataset;
  return <ResponseMatrix drawn={useCellsInSight(respondents.length, questions.length)} />;
}
