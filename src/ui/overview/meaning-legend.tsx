import type { ReactNode } from "react";
import { MEANING_ORDER, MEANINGS } from "../../core/dataset/meanings.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./meaning-legend.module.css";

/** What each sign means, for the meanings that this package uses. */
export function MeaningLegend(): ReactNode {
  const { dataset } = useWorkspace();
  const used = new Set(dataset.codes.map(({ meaning }) => meaning));
  return (
    <ul className={classes.legend} aria-label="Signs">
      {MEANING_ORDER.filter((meaning) => used.has(meaning)).map((meaning) => (
        <li key={meaning} title={MEANINGS[meaning].explanation}>
          <MeaningMark meaning={meaning} />
        </li>
      ))}
    </ul>
  );
}
