import type { ReactNode } from "react";
import { MeaningLegend } from "./meaning-legend.tsx";
import classes from "./overview-screen.module.css";
import { ResponseMatrix } from "./response-matrix.tsx";

/** Every answer of every state at a glance. */
export function OverviewScreen(): ReactNode {
  return (
    <div className={classes.screen}>
      <h1 className={classes.hidden}>Overview</h1>
      <ResponseMatrix />
      <MeaningLegend />
    </div>
  );
}
