import type { MenuItemConstructorOptions } from "electron";
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from "../src/api/commands.ts";

/** The native menu: the table of commands, and what the system offers by itself. */
export function menuTemplate(
  platform: NodeJS.Platform,
  send: (id: CommandId) => void,
): readonly MenuItemConstructorOptions[] {
  const commands = (menu: Command["menu"]) => commandItems(menu, send);
  const ofMac: readonly MenuItemConstructorOptions[] = platform === "darwin" ? [{ role: "appMenu" }] : [];
  const leave: MenuItemConstructorOptions = { role: platform === "darwin" ? "close" : "quit" };
  return [
    ...ofMac,
    { label: "&File", submenu: [...commands("file"), SEPARATOR, leave] },
    { label: "&Edit", submenu: [...commands("edit"), SEPARATOR, ...CLIPBOARD] },
    { label: "&Go", submenu: [...commands("go")] },
    { label: "&View", submenu: [...commands("view"), SEPARATOR, ...ZOOM] },
    { role: "windowMenu" },
  ];
}

const SEPARATOR: MenuItemConstructorOptions = { type: "separator" };
const CLIPBOARD: readonly MenuItemConstructorOptions[] = [
  { role: "cut" },
  { role: "copy" },
  { role: "paste" },
  { role: "selectAll" },
];
const ZOOM: readonly MenuItemConstructorOptions[] = [
  { role: "resetZoom" },
  { role: "zoomIn" },
  { role: "zoomOut" },
  SEPARATOR,
  { role: "togglefullscreen" },
];

function commandItems(menu: Command["menu"], send: (id: CommandId) => void): readonly MenuItemConstructorOptions[] {
  return COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu).map((id) => ({
    id,
    label: COMMANDS[id].label,
    ...keysOf(COMMANDS[id]),
    click: () => send(id),
  }));
}

// The page hears these keys itself, in every host alike; the menu only shows them. A key without a modifier is left out: macOS would take it from the text fields.
function keysOf({ accelerator }: Command): MenuItemConstructorOptions {
  return accelerator?.includes("+") ? { accelerator, registerAccelerator: false } : {};
}
