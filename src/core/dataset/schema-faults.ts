import type { z } from "zod";
import type { Fault } from "./fault.ts";

/** What a schema refused of a JSON document, as faults: the path of the property is the column. */
export function schemaFaults(file: string, json: unknown, issues: readonly z.core.$ZodIssue[]): readonly Fault[] {
  return issues.map((issue) => ({
    file,
    row: null,
    column: issue.path.join("."),
    found: foundAt(json, issue),
    expected: expectedBy(issue),
  }));
}

// The schema's own words say what was received as well, which a fault says by itself.
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return KIND_WORDS[issue.expected] ?? issue.expected;
  if (issue.code === "too_small") return SMALLEST_WORDS[issue.origin] ?? `at least ${issue.minimum}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}${LARGEST_UNITS[issue.origin] ?? ""}`;
  if (issue.code === "invalid_value")
    return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_format" && issue.format === "date") return "a day as YYYY-MM-DD";
  if (issue.code === "unrecognized_keys") return "only properties that are documented";
  return issue.message;
}

const KIND_WORDS: Readonly<Partial<Record<string, string>>> = {
  string: "text",
  array: "a list",
  object: "an object",
};

const SMALLEST_WORDS: Readonly<Partial<Record<string, string>>> = {
  array: "a list that is not empty",
  string: "text that is not empty",
};

const LARGEST_UNITS: Readonly<Partial<Record<string, string>>> = { array: " entries", string: " characters" };

function foundAt(json: unknown, issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return issue.keys.join(", ");
  const value = issue.path.reduce<unknown>(
    (at, part) => (typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined),
    json,
  );
  return value === undefined ? "" : JSON.stringify(value).slice(0, 80);
}
