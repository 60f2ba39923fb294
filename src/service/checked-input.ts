import type { z } from "zod";
import { ApiError } from "../api/api-error.ts";

/** A value as its schema wants it; otherwise a refusal that names each field and what was expected there. */
export function checked<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`);
  throw new ApiError("bad-request", faults.slice(0, 5).join("\n"));
}

/** A place in a value, as a person reads it: `edit.fields.title`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "input" : path.map(String).join(".");
}
