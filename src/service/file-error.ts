/** Whether a file-system call failed because there is nothing of that name. */
export function isMissing(error: unknown): boolean {
  return errorCode(error) === "ENOENT";
}

/** The system's code of a failure ("ENOSPC"), or null where it has none. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** What went wrong, in the system's words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
