/** The command line is right, what it names is not: exit code 1. The message says what and where. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
