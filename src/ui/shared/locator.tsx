import type { ReactNode } from "react";
import classes from "./locator.module.css";

/** A place in the source, as a reader finds it in their own copy. */
export function Locator({ text }: { readonly text: string }): ReactNode {
  return (
    <span className={classes.locator} title="Section, paragraph (¶), bullet (•) or footnote (fn) of the source">
      {text.split(/;\s?/).join("; ")}
    </span>
  );
}
