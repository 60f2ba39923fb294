import { link, rm } from "node:fs/promises";
import { extname } from "node:path";
import { ApiError } from "../../api/api-error.ts";
import { temporaryPath, writeDurably, writeNewFile } from "../../service/durable-file.ts";
import { errorCode, reasonOf } from "../../service/file-error.ts";
import { InputError, UsageError } from "./cli-error.ts";

const KNOWN_EXTENSIONS = [
  "ahqz",
  "csv",
  "docx",
  "html",
  "json",
  "md",
  "pdf",
  "png",
  "qdc",
  "svg",
  "tsv",
  "xlsx",
  "zip",
];

/**
 * Refuses, as a UsageError, a file name that says another format than the one that would be written, and `-`, which would be a file of that name.
 * A name whose ending is no known format's says nothing, and passes.
 */
export function checkFileName(out: string, what: string, expected: readonly string[]): void {
  const ending = extname(out).slice(1).toLowerCase();
  const isOther = KNOWN_EXTENSIONS.includes(ending) && !expected.includes(ending);
  if (!isOther && out !== "-") return;
  const wanted = expected.map((extension) => `.${extension}`).join(" or ");
  throw new UsageError(`--out ${out}: ${what} goes into a file, expected a name that ends in ${wanted}`);
}

/**
 * Writes a result whole or not at all, through a temporary file beside it.
 * A file that is there stays as it is, and is an InputError, unless it may be replaced; what could not be stored is an InputError or ApiError.
 */
export async function writeOutputFile(path: string, bytes: Uint8Array, mayReplace: boolean): Promise<void> {
  try {
    await (mayReplace ? writeDurably(path, bytes) : createWhole(path, bytes));
  } catch (cause) {
    if (cause instanceof ApiError) throw cause;
    if (errorCode(cause) === "EEXIST") throw new InputError(`${path} is there already; --force replaces it`, { cause });
    throw new InputError(`${path} could not be written: ${reasonOf(cause)}`, { cause });
  }
}

// A link puts the whole file there in one step, and fails where there is one; not every file system has links.
async function createWhole(path: string, bytes: Uint8Array): Promise<void> {
  const mode = 0o666 & ~process.umask();
  const temporary = temporaryPath(path);
  try {
    await writeNewFile(temporary, bytes, mode);
    await link(temporary, path).catch(async (error: unknown) => {
      if (errorCode(error) === "EEXIST") throw error;
      await writeNewFile(path, bytes, mode);
    });
  } finally {
    await rm(temporary, { force: true });
  }
}
