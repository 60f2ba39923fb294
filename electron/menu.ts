import type { MenuItemConstructorOptions } from "electron";
import {
  COMMAND_IDS,
  COMMAND_MENUS,
  COMMANDS,
  type Command,
  type CommandId,
  isPageCommandId,
  type PageCommandId,
  type WindowCommandId,
} from "../src/api/commands.ts";

/** What stands in the menu beside the table of commands, and what choosing does. */
export interface MenuContent {
  readonly platform: NodeJS.Platform;
  /** The packages that were opened lately, the last one first. */
  readonly recent: readonly { readonly id: string; readonly title: string }[];
  readonly carryOut: (id: PageCommandId) => void;
  readonly openPackage: (id: string) => void;
}

/** The native menu: the table of commands, the recent packages, and what the system offers by itself. */
export function menuTemplate(content: MenuContent): readonly MenuItemConstructorOptions[] {
  const isMac = content.platform === "darwin";
  const menu = (name: Command["menu"], ...more: readonly MenuItemConstructorOptions[]) => ({
    label: `&${COMMAND_MENUS[name]}`,
    submenu: [...commandItems(name, isMac, content.carryOut), ...more],
  });
  const ofMac: readonly MenuItemConstructorOptions[] = isMac ? [{ role: "appMenu" }] : [];
  return [
    ...ofMac,
    menu("file", SEPARATOR, recentItem(content)),
    menu("edit", SEPARATOR, ...CLIPBOARD),
    menu("go"),
    menu("view"),
    { role: "windowMenu" },
    menu("help"),
  ];
}

const SEPARATOR: MenuItemConstructorOptions = { type: "separator" };
const CLIPBOARD: readonly MenuItemConstructorOptions[] = [
  { role: "cut" },
  { role: "copy" },
  { role: "paste" },
  { role: "selectAll" },
];

type Role = NonNullable<MenuItemConstructorOptions["role"]>;

// What a window does by itself, with the keys that its system has for it.
const ROLES: Readonly<Record<WindowCommandId, Role>> = {
  "close-window": "close",
  quit: "quit",
  "zoom-in": "zoomIn",
  "zoom-out": "zoomOut",
  "zoom-reset": "resetZoom",
  "full-screen": "togglefullscreen",
  about: "about",
};

// macOS has these in the menu that bears the program's name.
const IN_APP_MENU: readonly CommandId[] = ["quit", "about"];

function commandItems(
  menu: Command["menu"],
  isMac: boolean,
  carryOut: (id: PageCommandId) => void,
): readonly MenuItemConstructorOptions[] {
  return COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu && !(isMac && IN_APP_MENU.includes(id))).map((id) => {
    const { label } = COMMANDS[id];
    if (!isPageCommandId(id)) return { id, label, role: ROLES[id] };
    return { id, label, ...keysOf(COMMANDS[id]), click: () => carryOut(id) };
  });
}

// The page hears these keys itself, in every host alike; the menu only shows them. A sign without a modifier is left out: macOS would take it from the text fields.
function keysOf({ accelerator }: Command): MenuItemConstructorOptions {
  return accelerator !== null && accelerator.length > 1 ? { accelerator, registerAccelerator: false } : {};
}

function recentItem({ recent, openPackage }: MenuContent): MenuItemConstructorOptions {
  const submenu = recent.map(({ id, title }) => ({
    id: `package ${id}`,
    // A single & would underline the letter behind it.
    label: `${title} (${id})`.replaceAll("&", "&&"),
    click: () => openPackage(id),
  }));
  return { label: "Recent packages", enabled: submenu.length > 0, submenu };
}
