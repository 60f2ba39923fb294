import type { Output } from "./surroundings.ts";

/** A result in its documented JSON form: two spaces a level, a line feed at the end. */
export function jsonText(result: unknown): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** Writes a result in its documented JSON form. */
export function printJson(output: Output, result: unknown): void {
  output.write(jsonText(result));
}
