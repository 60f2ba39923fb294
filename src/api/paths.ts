import type { MethodName } from "./contract.ts";

// Apart from the contract: the page calls by these paths, and needs none of the schemas that its host checks with.

/** Where raw bytes go: `POST /api/files?name=<file name>` asks the host to save the body under a name that the analyst chooses. */
export const FILES_PATH = "/api/files";

/** Where a package goes: `POST /api/packages?mode=new|replace&name=<file name>` with a zip as its body is answered by a StoredPackage. */
export const PACKAGES_PATH = "/api/packages";

/** Where a method is called: `POST /api/<method>` with the input as JSON. */
export function methodPath(name: MethodName): string {
  return `/api/${name}`;
}

/** Where everything of one's own comes from: `POST /api/backup` is answered by the bytes of one file. */
export const BACKUP_PATH = "/api/backup";

/** Where such a file goes: `POST /api/restore?mode=add|replace&name=<file name>` with it as the body is answered by a RestoredBackup. */
export const RESTORE_PATH = "/api/restore";

/** Characters of an address of the page that is remembered; a longer one is not. */
export const LONGEST_ADDRESS = 8000;
