import type { ReactNode } from "react";
import type { HostPower } from "../../api/contract.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { resultSources } from "../shared/export/result-sources.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { MeaningLegend } from "./meaning-legend.tsx";
import classes from "./overview-screen.module.css";
import { ResponseMatrix } from "./response-matrix.tsx";

/** Every answer of every state at a glance. */
export function OverviewScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { workspace } = useWorkspace();
  const { matrix, responses, counts } = resultSources(workspace.view);
  return (
    <div className={classes.screen}>
      <h1 className={classes.hidden}>Overview</h1>
      <ResponseMatrix />
      <footer className={classes.foot}>
        <MeaningLegend />
        <ExportButton sources={[matrix, responses, counts]} powers={powers} />
      </footer>
    </div>
  );
}
