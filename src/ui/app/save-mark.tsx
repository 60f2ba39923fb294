import type { ReactNode } from "react";
import type { SaveState } from "../shared/notes-state.ts";
import classes from "./save-mark.module.css";

const WORDS: Readonly<Record<Exclude<SaveState["kind"], "failed">, string>> = {
  idle: "",
  saving: "Saving…",
  saved: "Saved",
};

/** Quiet while all goes well. What failed is said in the notices, where it cannot be overlooked. */
export function SaveMark({ save }: { readonly save: SaveState }): ReactNode {
  return (
    <span className={classes.mark} role="status">
      {save.kind === "failed" ? "Not saved" : WORDS[save.kind]}
    </span>
  );
}
