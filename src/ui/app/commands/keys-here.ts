import { COMMANDS, type CommandId } from "../../../api/commands.ts";
import { isKeptByBrowsers, printKeys } from "./keys.ts";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

/** The keys that a command has on this computer, as they stand on its keyboard; null where it has none, or the browser keeps them for itself. */
export function keysHere(id: CommandId): string | null {
  const { accelerator } = COMMANDS[id];
  if (accelerator === null || (window.ahqHost === undefined && isKeptByBrowsers(accelerator))) return null;
  return printKeys(accelerator, isMac);
}

/** A command's name with its keys, for a tooltip. */
export function nameWithKeys(name: string, id: CommandId): string {
  const keys = keysHere(id);
  return keys === null ? name : `${name} (${keys})`;
}
