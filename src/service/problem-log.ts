import { appendFileSync, closeSync, constants, fstatSync, openSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { HostInfo, LoggedProblem } from "../api/contract.ts";
import type { Problem } from "../api/problem.ts";
import { problemSchema } from "../api/problem-schema.ts";

const LOG_FILE = "problems.log";
const EARLIER_FILE = "problems.1.log";

// Two files of half a megabyte: the log is never longer than one.
const LONGEST_FILE = 512 * 1024;
const MOST_TOLD = 50;

const loggedSchema = problemSchema.extend({ at: z.string(), host: z.string(), version: z.string() });

/** The log of what went wrong in a data folder, one JSON object a line. There is no file where nothing did; a log that cannot be written is no failure of its own. */
export interface ProblemLog {
  /** Adds a problem at once, so that one can be told of before the program ends by it. */
  readonly add: (problem: Problem) => void;
  /** The latest problems, the last one last. */
  readonly recent: () => readonly LoggedProblem[];
}

/** The log of a data folder, for one run of a host. */
export function openProblemLog(folder: string, { host, version }: Pick<HostInfo, "host" | "version">): ProblemLog {
  const [current, earlier] = [join(folder, LOG_FILE), join(folder, EARLIER_FILE)];
  return {
    add: (problem) => {
      const line = `${JSON.stringify({ at: new Date().toISOString(), host, version, ...problemSchema.parse(problem) })}\n`;
      try {
        if (append(current, line) > LONGEST_FILE) renameSync(current, earlier);
      } catch {
        // There is nowhere else to tell it, and what went wrong first is what counts.
      }
    },
    recent: () => [...linesOf(earlier), ...linesOf(current)].slice(-MOST_TOLD),
  };
}

/** Adds a line to a file of its own, which is no link; the file's new length. */
function append(path: string, line: string): number {
  const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);
  const file = openSync(path, flags, 0o600);
  try {
    appendFileSync(file, line);
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

function linesOf(path: string): readonly LoggedProblem[] {
  return textOf(path)
    .split("\n")
    .flatMap((line) => {
      const logged = loggedSchema.safeParse(jsonOf(line));
      return logged.success ? [logged.data] : [];
    });
}

// Missing or not to be read: there is nothing to tell.
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
