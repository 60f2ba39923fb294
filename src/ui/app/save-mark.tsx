import type { ReactNode } from "react";
import type { SaveState } from "../shared/notes-state.ts";
import classes from "./save-mark.module.css";

const WORDS: Readonly<Record<Exclude<SaveState["kind"], "failed">, string>> = {
  idle: "",
  saving: "Saving…",
  saved: "Saved",
};

// What is not well is said before what is.
const LOUDEST_FIRST: readonly SaveState["kind"][] = ["failed", "saving", "saved", "idle"];

/** Quiet while all goes well, with notes and package alike. What failed is said in the notices, where it cannot be overlooked. */
export function SaveMark({ saves }: { readonly saves: readonly SaveState[] }): ReactNode {
  const loudest = LOUDEST_FIRST.find((kind) => saves.some((save) => save.kind === kind)) ?? "idle";
  return (
    <span className={classes.mark} role="status">
      {loudest === "failed" ? "Not saved" : WORDS[loudest]}
    </span>
  );
}
