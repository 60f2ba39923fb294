/** Everything that a request can be refused for, with the HTTP status it is sent by. */
export const ERROR_STATUS = {
  "bad-request": 400,
  "not-allowed": 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "read-only": 423,
  "cannot-store": 507,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** A refusal as it travels: a code to act on, a message for the person. */
export interface ErrorReply {
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

/** A refused request. The message names the place and what was expected; it is shown as it is. */
export class ApiError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
  }
}

/** The reply that carries an error; whatever is no ApiError is a bug and says so without details. */
export function errorReply(error: unknown): ErrorReply {
  if (error instanceof ApiError) return { error: { code: error.code, message: error.message } };
  return { error: { code: "internal", message: "The workbench made an error of its own. Nothing was changed." } };
}
