import type { z } from "zod";
import { ApiError } from "../api/api-error.ts";
import { describeFault } from "../core/dataset/fault.ts";
import { schemaFaults } from "../core/dataset/schema-faults.ts";

const MOST_SAID = 5;

/** A value as its schema wants it; otherwise a refusal that names each field and what was expected there. */
export function checked<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const said = schemaFaults("", value, result.error.issues.slice(0, MOST_SAID)).map(({ column, ...rest }) =>
    describeFault({ ...rest, file: column === "" ? placeOf([]) : column, column: "" }),
  );
  throw new ApiError("bad-request", said.join("\n"));
}

/** A place in a value, as a person reads it: `edit.fields.title`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "input" : path.map(String).join(".");
}
