import type { ReactNode } from "react";
import { isPageCommandId } from "../../../api/commands.ts";
import { keysHere } from "../commands/keys-here.ts";
import classes from "./palette.module.css";
import { ENTRY_KINDS, type PaletteEntry } from "./palette-entries.ts";

interface PaletteOptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** One line of the palette: what it is, its name, what else it is known by, and its keys. */
export function PaletteOption({ id, entry, isActive, onChoose }: PaletteOptionProps): ReactNode {
  const { kind, name, detail } = entry;
  const keys = kind === "command" && isPageCommandId(entry.id) ? keysHere(entry.id) : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the text field, which keeps the focus.
    <div id={id} role="option" tabIndex={-1} aria-selected={isActive} className={classes.option} onClick={onChoose}>
      <span className={classes.kind}>{ENTRY_KINDS[kind]}</span>
      <span className={classes.text}>
        <span className={classes.name}>{name}</span>
        {detail !== "" && <span className={classes.detail}> {detail}</span>}
      </span>
      {keys !== null && <kbd className={classes.keys}>{keys}</kbd>}
    </div>
  );
}
