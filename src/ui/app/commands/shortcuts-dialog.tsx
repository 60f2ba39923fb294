import type { ReactNode } from "react";
import { COMMAND_IDS, COMMAND_MENUS, COMMANDS } from "../../../api/commands.ts";
import { Dialog } from "../../shared/dialog.tsx";
import { keysHere } from "./keys-here.ts";
import classes from "./shortcuts-dialog.module.css";

interface Shortcut {
  readonly keys: string;
  readonly label: string;
}

/** What the parts of a screen hear by themselves, wherever they have the focus. */
const IN_PLACE: readonly Shortcut[] = [
  { keys: "↑ ↓ ← →", label: "From cell to cell of a table" },
  { keys: "Home End", label: "First and last cell of a row" },
  { keys: "Enter", label: "Open the response in the cell" },
  { keys: "Esc", label: "Close what is open" },
];

/** Every command that has keys on this computer, by menu, and the keys within tables. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const groups = (Object.keys(COMMAND_MENUS) as (keyof typeof COMMAND_MENUS)[]).map((menu) => {
    return { title: COMMAND_MENUS[menu], shortcuts: shortcutsOf(menu) };
  });
  return (
    <Dialog title="Keyboard shortcuts" closeLabel="Close the shortcuts" size="wide" onClose={onClose}>
      <div className={classes.groups}>
        {[...groups, { title: "In tables and panels", shortcuts: IN_PLACE }]
          .filter(({ shortcuts }) => shortcuts.length > 0)
          .map(({ title, shortcuts }) => (
            <ShortcutGroup key={title} title={title} shortcuts={shortcuts} />
          ))}
      </div>
      <p className={classes.quiet}>Whatever has no keys of its own is found by name with {keysHere("open-palette")}.</p>
    </Dialog>
  );
}

function shortcutsOf(menu: keyof typeof COMMAND_MENUS): readonly Shortcut[] {
  return COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu).flatMap((id) => {
    const keys = keysHere(id);
    return keys === null ? [] : [{ keys, label: COMMANDS[id].label }];
  });
}

interface ShortcutGroupProps {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

function ShortcutGroup({ title, shortcuts }: ShortcutGroupProps): ReactNode {
  return (
    <section className={classes.group} aria-label={title}>
      <h3>{title}</h3>
      <dl className={classes.shortcuts}>
        {shortcuts.map(({ keys, label }) => (
          <div key={label} className={classes.shortcut}>
            <dt>{label}</dt>
            <dd>
              <kbd className={classes.keys}>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
