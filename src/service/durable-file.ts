import { randomBytes } from "node:crypto";
import * as nodeFiles from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ApiError } from "../api/api-error.ts";
import { errorCode, isMissing, reasonOf } from "./file-error.ts";

/** The part of Node's open files that durable writing needs. */
export interface OpenFile extends Pick<nodeFiles.FileHandle, "chmod" | "sync" | "datasync" | "truncate" | "close"> {
  readonly stat: () => Promise<{ readonly mode: number; readonly size: number }>;
  readonly write: (
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ readonly bytesWritten: number }>;
}

/** The part of Node's file system that durable writing needs; tests record or break it. */
export interface DurableFiles extends Pick<typeof nodeFiles, "rename" | "lstat" | "rm"> {
  readonly open: (path: string, flags: string | number, mode?: number) => Promise<OpenFile>;
}

const NEW_FILE_MODE = 0o600;
const PERMISSION_BITS = 0o7777;

// Virus scanners and indexers on Windows hold a file open for a moment after it was written; elsewhere rename never fails so.
const PASSING_RENAME_ERRORS: readonly unknown[] = process.platform === "win32" ? ["EPERM", "EACCES", "EBUSY"] : [];
const RENAME_ATTEMPTS = 20;

/**
 * Writes a file so that whoever reads it, even after a power cut, finds the old content whole or the new content whole.
 * Keeps the mode of a file that is there; a new one is its owner's alone. A failure is an ApiError "cannot-store" and leaves the old bytes and no temporary file.
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  files: DurableFiles = nodeFiles,
): Promise<void> {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const temporary = temporaryPath(path);
  try {
    const mode = await modeOf(path, files);
    await writeNewFile(temporary, bytes, mode ?? NEW_FILE_MODE, files);
    await renameOver(temporary, path, files);
  } catch (cause) {
    // Where even this fails, the owner of the folder removes it at its next start; the first error is the one to tell.
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw cannotStore(path, `${reasonOf(cause)}. What was there before is unchanged`, cause);
  }
  await flushFolder(dirname(path), files).catch((cause: unknown) => {
    throw cannotStore(path, `its folder could not be flushed to disk (${reasonOf(cause)})`, cause);
  });
}

/** Moves a file or folder within the data folder in one step, and makes both names durable. A failure is an ApiError "cannot-store". */
export async function moveDurably(from: string, to: string): Promise<void> {
  try {
    await renameOver(from, to, nodeFiles);
    await flushFolder(dirname(to));
    await flushFolder(dirname(from));
  } catch (cause) {
    throw cannotStore(to, reasonOf(cause), cause);
  }
}

/** Writes every byte, however few the system takes at a time. */
export async function writeAll(file: Pick<OpenFile, "write">, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    if (bytesWritten === 0) throw new Error(`only ${written} of ${bytes.length} bytes could be written`);
    written += bytesWritten;
  }
}

/** Creates a file that was not there, with all its bytes on the disk. */
export async function writeNewFile(
  path: string,
  bytes: Uint8Array,
  mode: number = NEW_FILE_MODE,
  files: Pick<DurableFiles, "open"> = nodeFiles,
): Promise<void> {
  const file = await files.open(path, "wx", mode);
  try {
    // The process's umask may have taken permissions away that the old file had.
    if (mode !== NEW_FILE_MODE && ((await file.stat()).mode & PERMISSION_BITS) !== mode) await file.chmod(mode);
    await writeAll(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name in the same folder that no other write uses: `.<name>.<pid>-<random>.tmp`. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
}

/** The refusal that tells what could not be stored, and why. */
export function cannotStore(path: string, reason: string, cause: unknown): ApiError {
  return new ApiError("cannot-store", `${path} could not be stored: ${reason}.`, { cause });
}

/** Makes the names in a folder durable. Windows has no such call and needs none. */
export async function flushFolder(folder: string, files: Pick<DurableFiles, "open"> = nodeFiles): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await files.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// A link is never followed: whoever planted it would choose what is overwritten.
async function modeOf(path: string, files: DurableFiles): Promise<number | null> {
  const found = await files.lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (found === null) return null;
  if (found.isSymbolicLink()) throw new Error("it is a symbolic link, expected a file of its own");
  if (!found.isFile()) throw new Error("it is no file");
  return found.mode & PERMISSION_BITS;
}

async function renameOver(from: string, to: string, files: DurableFiles): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (attempt === RENAME_ATTEMPTS || !PASSING_RENAME_ERRORS.includes(errorCode(error))) throw error;
      await pause(25 * attempt);
    }
  }
}
