import type { Fault } from "../core/dataset/fault.ts";
import { wholeFileFault } from "./input-limits.ts";

const MOST_LEVELS = 64;

/** The value of a JSON document. One that is nested too deep for what walks through it, or that would change what every object has, is refused. */
export function readJson(
  file: string,
  text: string,
): { readonly json: unknown; readonly faults?: never } | { readonly faults: readonly Fault[]; readonly json?: never } {
  const fault = (found: string, expected: string) => ({ faults: [wholeFileFault(file, found, expected)] });
  const levels = nesting(text);
  if (levels > MOST_LEVELS) return fault(`${levels} levels of lists and objects`, `at most ${MOST_LEVELS} levels`);
  try {
    const reserved = new Set<string>();
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ""), (key, value: unknown) => {
      if (key === "__proto__") reserved.add(key);
      return value;
    });
    return reserved.size > 0 ? fault("a property __proto__", "properties with names of their own") : { json };
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error), "a JSON document");
  }
}

// Brackets outside of strings, counted by hand: an expression for strings of millions of characters has no room for them.
function nesting(text: string): number {
  let [level, most, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (isString) {
      if (mark === "\\") at++;
      else if (mark === '"') isString = false;
    } else if (mark === '"') isString = true;
    else if (mark === "[" || mark === "{") most = Math.max(most, ++level);
    else if (mark === "]" || mark === "}") level--;
  }
  return most;
}
