import { lazy, type ReactNode, Suspense } from "react";
import type { HostPower } from "../../api/contract.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { resultSources } from "../shared/export/result-sources.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { useAllRows } from "./drawn-rows.ts";
import { MeaningLegend } from "./meaning-legend.tsx";
import classes from "./overview-screen.module.css";
import { ResponseMatrix } from "./response-matrix.tsx";

/** So many rows are drawn all at once; of more, those in sight. */
const DRAWN_AT_ONCE = 120;

const LongMatrix = lazy(() => import("./long-matrix.tsx").then((file) => ({ default: file.LongMatrix })));

/** Every answer of every state at a glance. */
export function OverviewScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const isLong = dataset.respondents.length > DRAWN_AT_ONCE;
  const { matrix, responses, counts } = resultSources(workspace.view);
  return (
    <div className={classes.screen}>
      <h1 className={classes.hidden}>Overview</h1>
      {isLong ? (
        <Suspense fallback={<div className={classes.room} />}>
          <LongMatrix />
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
  const { dataset } = useWorkspace();
  return <ResponseMatrix drawn={useAllRows(dataset.respondents.length)} />;
}
