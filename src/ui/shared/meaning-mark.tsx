import type { ReactNode } from "react";
import { MEANINGS, type Meaning } from "../../core/dataset/meanings.ts";
import classes from "./meaning-mark.module.css";

interface MeaningMarkProps {
  readonly meaning: Meaning;
  /** The answer's own label; the meaning's word where there is none. */
  readonly label?: string;
}

/** The sign of a meaning with its words: colour, sign and text together, never one alone. */
export function MeaningMark({ meaning, label }: MeaningMarkProps): ReactNode {
  const { sign, word } = MEANINGS[meaning];
  return (
    <span
      className={classes.mark}
      data-meaning={meaning}
      title={label === undefined || label === word ? word : `${label} (${word.toLowerCase()})`}
    >
      <span className={classes.sign} aria-hidden>
        {sign}
      </span>
      <span className={classes.label}>{label ?? word}</span>
    </span>
  );
}
