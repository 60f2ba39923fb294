import type { ReactNode } from "react";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { ResponseMatrix } from "./response-matrix.tsx";
import { useRowsInSight } from "./use-rows-in-sight.ts";

/** The matrix of so many states that only the rows in sight are drawn. */
export function LongMatrix(): ReactNode {
  const { respondents, questions } = useWorkspace().dataset;
  return <ResponseMatrix drawn={useRowsInSight(respondents.length, questions.length)} />;
}
