import type { ReactNode } from "react";
import classes from "./compare-screen.module.css";

interface PartToolsProps {
  /** What stands at the end of the line. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** The line of tools above a part of the screen. */
export function PartTools({ end, children }: PartToolsProps): ReactNode {
  return (
    <div className={classes.tools}>
      {children}
      <div className={classes.end}>{end}</div>
    </div>
  );
}
