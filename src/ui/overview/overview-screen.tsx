import { lazy, type ReactNode, Suspense } from "react";
import type { HostPower } from "../../api/contract.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { resultSources } from "../shared/export/result-sources.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { useAllCells } from "./drawn-cells.ts";
import { MeaningLegend } from "./meaning-legend.tsx";
import classes from "./overview-screen.module.css";
import { ResponseMatrix } from "./response-matrix.tsx";

/** So many rows and columns are drawn all at once; of more, those in sight. */
const ROWS_AT_ONCE = 120;
const COLUMNS_AT_ONCE = 80;

const LargeMatrix = lazy(() => import("./large-matrix.tsx").then((file) => ({ default: file.LargeMatrix })));

/** Every answer of every state at a glance. */
export function OverviewScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const { respondents, questions } = dataset;
  const isLarge = respondents.length > ROWS_AT_ONCE || questions.length > COLUMNS_AT_ONCE;
  const { matrix, responses, counts } = resultSources(workspace.view);
  return (
    <div className={classes.screen}>
      <h1 className={classes.hidden}>Overview</h1>
      {isLarge ? (
        <Suspense fallback={<div className={classes.room} />}>
          <LargeMatrix />
        </Suspense>
      ) : (
        <WholeMatrix />
      )}
      <footer className={classes.foot}>
        <MeaningLegend />
        <ExportButton sources={[matrix, responses, counts]} powers={powers} />
      </footer>
    </div>
  );
}

function WholeMatrix(): ReactNode {
  const { respondents, questions } = useWorkspace().dataset;
  return <ResponseMatrix drawn={useAllCells(respondents.length, questions.length)} />;
}
