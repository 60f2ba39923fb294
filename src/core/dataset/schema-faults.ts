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
  if (issue.code === "invalid_format") return FORMAT_WORDS[issue.format] ?? issue.message;
  if (issue.code === "unrecognized_keys") return "only properties that are documented";
  if (issue.code === "invalid_union") return oneOfSeveral(issue);
  return issue.message;
}

function oneOfSeveral(issue: z.core.$ZodIssueInvalidUnion): string {
  const names = "options" in issue ? (issue.options ?? []).map(String) : [];
  if (names.length > 0) return `one of ${names.join(", ")}`;
  return issue.message === "Invalid input" ? "one of the forms that are documented" : issue.message;
}

const FORMAT_WORDS: Readonly<Partial<Record<string, string>>> = {
  date: "a day as YYYY-MM-DD",
  datetime: "a time as YYYY-MM-DDTHH:MM:SSZ",
  uuid: "an id as the workbench gives it, of 32 hexadecimal digits in five groups",
};

const KIND_WORDS: Readonly<Partial<Record<string, string>>> = {
  string: "text",
  array: "a list",
  object: "an object",
  record: "an object",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  null: "null",
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
  return value === undefined ? "" : quoted(value).slice(0, 80);
}

// What is nested a hundred thousand times is no document of ours, and too deep to be written out.
function quoted(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError)
      return `${Array.isArray(value) ? "a list" : "an object"} that is nested too deeply`;
    throw error;
  }
}
