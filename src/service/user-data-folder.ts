import { homedir } from "node:os";
import { isAbsolute, join, posix, resolve, win32 } from "node:path";
import { cannotStore } from "./durable-file.ts";
import { reasonOf } from "./file-error.ts";
import { makeFolder } from "./make-folder.ts";

const FOLDER_NAME = "AHQ Workbench";

/** What the choice of the data folder depends on. */
export interface DataFolderChoice {
  /** The folder that was asked for on the command line; null where none was. */
  readonly asked: string | null;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
}

/** The analyst's data folder, absolute: the one asked for, else AHQ_DATA_DIR, else "AHQ Workbench" among the platform's application data. */
export function userDataFolder(choice: DataFolderChoice): string {
  const { environment = process.env } = choice;
  const named = choice.asked ?? environment.AHQ_DATA_DIR ?? "";
  return named === "" ? platformFolder(choice) : resolve(named);
}

/** Creates the data folder where it is missing, for its user alone; one that is there keeps its mode. */
export async function createUserDataFolder(folder: string): Promise<void> {
  await makeFolder(folder, 0o700).catch((cause: unknown) => {
    throw cannotStore(folder, reasonOf(cause), cause);
  });
}

/** Where a data folder keeps the user's packages; it need not be there. */
export function userPackagesFolder(userData: string): string {
  return join(userData, "packages");
}

function platformFolder({
  environment = process.env,
  platform = process.platform,
  home = homedir(),
}: DataFolderChoice): string {
  if (platform === "win32")
    return win32.join(environment.APPDATA || win32.join(home, "AppData", "Roaming"), FOLDER_NAME);
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", FOLDER_NAME);
  // The XDG specification has relative paths ignored.
  const configured = environment.XDG_CONFIG_HOME ?? "";
  return posix.join(isAbsolute(configured) ? configured : posix.join(home, ".config"), FOLDER_NAME);
}
