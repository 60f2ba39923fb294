import type { z } from "zod";
import type { problemSchema } from "./problem-schema.ts";

export const NAME = /^[A-Za-z][\w-]{0,59}$/;
export const FRAME = /^(?:[\w$.]{1,80} )?[\w.-]{1,80}:\d{1,7}:\d{1,7}$/;
export const MOST_FRAMES = 20;

/** What is told of a failure, without a word that the analyst wrote. */
export type Problem = Readonly<z.output<typeof problemSchema>>;

/** Tells of an error without a word of its message. */
export function problemOf(kind: Problem["kind"], error: unknown): Problem {
  if (!(error instanceof Error)) return { kind, name: "NoError", frames: [] };
  const { stack = "", message } = error;
  // The stack begins with the message, which may look like anything.
  const frames = stack.replace(message, "").split("\n").flatMap(frameOf).slice(0, MOST_FRAMES);
  return { kind, name: nameOf(error), frames };
}

function nameOf(error: Error): string {
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return NAME.test(code) ? code : "Error";
}

// As V8 writes a line of a stack: "at async Class.method (file:///x/a.js:1:2)", "at new Class (…)", "at …"; as Firefox and Safari do: "method@…".
const V8_LINE = /^\s+at (?:async )?(?:(?:new )?(?<called>\S+) (?:\[as \S+\] )?\()?(?<where>.+?)\)?$/;
const OTHER_LINE = /^(?<called>[^@ ]*)@(?<where>.+)$/;
const PLACE = /[^/\\:() ]+:\d+:\d+$/;

function frameOf(line: string): readonly string[] {
  const { called = "", where = "" } = (V8_LINE.exec(line) ?? OTHER_LINE.exec(line))?.groups ?? {};
  const place = PLACE.exec(where)?.[0] ?? "";
  return [`${called} ${place}`.trim(), place].filter((frame) => FRAME.test(frame)).slice(0, 1);
}
