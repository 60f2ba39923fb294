import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode, isMissing } from "./file-error.ts";

/** Makes a folder with those above it that are missing, of this mode; says whether it was not there before. A failure is the system's error. */
export async function makeFolder(path: string, mode = 0o777): Promise<boolean> {
  // Not by Node's own `recursive`: it never ends below a folder that is there and takes no new ones, such as /proc.
  try {
    return await makeOne(path, mode);
  } catch (error) {
    const above = dirname(path);
    if (!isMissing(error) || above === path) throw error;
    await makeFolder(above, mode);
    return await makeOne(path, mode);
  }
}

async function makeOne(path: string, mode: number): Promise<boolean> {
  try {
    await mkdir(path, { mode });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST" && (await stat(path)).isDirectory()) return false;
    throw error;
  }
}
