import { realpath } from "node:fs/promises";
import { isAbsolute, posix, win32 } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

// As their programs name the folders that they keep alike: under the home folder, and under Library/CloudStorage of macOS.
const SERVICES: readonly { readonly name: string; readonly folder: RegExp }[] = [
  { name: "OneDrive", folder: /^OneDrive(?:$|-| - | \()/i },
  { name: "Dropbox", folder: /^Dropbox(?:$|-| \()/i },
  { name: "Google Drive", folder: /^(?:Google ?Drive(?:$|-| \()|My Drive$)/i },
  { name: "iCloud", folder: /^(?:iCloud ?Drive$|Mobile Documents$|com~apple~CloudDocs$)/i },
  { name: "Nextcloud", folder: /^Nextcloud(?:$|\d|-)/i },
  { name: "ownCloud", folder: /^ownCloud(?:$|\d|-)/i },
];

const ONEDRIVE_ROOTS = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

/** The service that keeps a folder alike on several computers, as far as the folder's path tells; null where it tells of none. */
export function syncingService(path: string, environment: Environment): string | null {
  const named = SERVICES.find(({ folder }) => path.split(/[\\/]/).some((part) => folder.test(part)));
  if (named !== undefined) return named.name;
  return ONEDRIVE_ROOTS.some((name) => isWithin(environment[name] ?? "", path)) ? "OneDrive" : null;
}

/** What the analyst should know of a data folder that a cloud service synchronises, a link to it being followed; null where none is seen to. */
export async function syncNotice(folder: string, environment: Environment = process.env): Promise<string | null> {
  const real = await realpath(folder).catch(() => folder);
  const service = syncingService(folder, environment) ?? syncingService(real, environment);
  if (service === null) return null;
  return `The data folder ${folder} lies where ${service} synchronises it: notes go to that service, and two computers that write at once can leave copies that contradict each other. Expected a folder of this computer alone (--data-dir or AHQ_DATA_DIR).`;
}

function isWithin(root: string, path: string): boolean {
  const { relative, isAbsolute: isAbsoluteHere } = root.includes("\\") ? win32 : posix;
  if (root === "" || !isAbsoluteHere(root)) return false;
  const way = relative(root, path);
  return !way.startsWith("..") && !isAbsolute(way) && !win32.isAbsolute(way);
}
