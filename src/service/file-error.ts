/** Whether a file-system call failed because there is nothing of that name. */
export function isMissing(error: unknown): boolean {
  return errorCode(error) === "ENOENT";
}

/** The system's code of a failure ("ENOSPC"), or null where it has none. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** What went wrong, in the system's words; which call failed on which temporary file is left out. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = errorCode(error);
  return code !== null && error.message.startsWith(`${code}: `)
    ? error.message.replace(/, \w+(?: '.*)?$/s, "")
    : error.message;
}
