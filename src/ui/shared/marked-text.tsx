import { Fragment, type ReactNode } from "react";
import type { TextRange } from "../../core/query/search/mark-text.ts";
import classes from "./marked-text.module.css";

interface MarkedTextProps {
  readonly text: string;
  /** The parts to mark, in their order and apart from each other. */
  readonly marks: readonly TextRange[];
  /** The part to show; the whole text where it is left out. */
  readonly excerpt?: TextRange;
}

/** A text with what was searched for marked in it. */
export function MarkedText({ text, marks, excerpt = { from: 0, to: text.length } }: MarkedTextProps): ReactNode {
  const inside = marks.filter(({ from, to }) => from >= excerpt.from && to <= excerpt.to);
  const last = inside.at(-1)?.to ?? excerpt.from;
  return (
    <>
      {excerpt.from > 0 && "… "}
      {inside.map(({ from, to }, i) => (
        <Fragment key={from}>
          {text.slice(inside[i - 1]?.to ?? excerpt.from, from)}
          <mark className={classes.mark}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(last, excerpt.to)}
      {excerpt.to < text.length && " …"}
    </>
  );
}
