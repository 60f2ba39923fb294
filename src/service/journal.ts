import { constants } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import { ApiError } from "../api/api-error.ts";
import { cannotStore, type DurableFiles, type OpenFile, writeAll } from "./durable-file.ts";
import { isMissing, reasonOf } from "./file-error.ts";

/** Tells one state of a file from another without reading it. */
export interface FileStamp {
  readonly inode: number;
  readonly length: number;
  readonly changed: number;
}

/** The bytes of a journal; null where there is none yet. */
export async function readJournal(path: string): Promise<Buffer | null> {
  return nodeFiles.readFile(path).catch((cause: unknown) => {
    if (isMissing(cause)) return null;
    throw new ApiError("cannot-store", `${path} could not be read: ${reasonOf(cause)}.`, { cause });
  });
}

/** The state of a journal; null where there is none yet. */
export async function stampOf(path: string): Promise<FileStamp | null> {
  return nodeFiles.stat(path).then(
    ({ ino, size, mtimeMs }) => ({ inode: ino, length: size, changed: mtimeMs }),
    (error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    },
  );
}

/**
 * Appends text to a journal of a known length, and returns its new length once all of it is on the disk.
 * Where that fails, the journal is cut back to what it was and the failure is an ApiError "cannot-store".
 */
export async function appendDurably(
  path: string,
  length: number,
  text: string,
  files: Pick<DurableFiles, "open"> = nodeFiles,
): Promise<number> {
  const bytes = Buffer.from(text, "utf8");
  try {
    const file = await files.open(path, constants.O_RDWR | noFollow());
    try {
      if ((await file.stat()).size !== length) throw new Error("something else has written in it");
      await appendAll(file, length, bytes);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw cannotStore(path, `${reasonOf(cause)}. What was there before is unchanged`, cause);
  }
  return length + bytes.length;
}

async function appendAll(file: OpenFile, length: number, bytes: Uint8Array): Promise<void> {
  try {
    await writeAll(file, bytes, length);
    await file.datasync();
  } catch (error) {
    // Where even this fails, the rest is a torn line, which the next reading cuts off; the first error is the one to tell.
    await file.truncate(length).catch(() => undefined);
    throw error;
  }
}

// Windows has no such flag; its links need administrator's rights.
function noFollow(): number {
  return constants.O_NOFOLLOW ?? 0;
}
