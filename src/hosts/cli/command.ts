import type { Arguments, OptionTable } from "./arguments.ts";
import type { Surroundings } from "./surroundings.ts";

/** How a command ended: 0 done, 1 bad input, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** What follows `ahq` on the command line. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What the help adds to the summary and the options; empty where nothing needs saying. */
  readonly details: string;
  readonly options: OptionTable;
  /** Least and most arguments beside the options. */
  readonly positionals: readonly [number, number];
  /** Writes results to stdout and messages to stderr; throws InputError or UsageError (cli-error.ts) for what cannot be done. */
  readonly run: (args: Arguments, surroundings: Surroundings) => Promise<ExitCode>;
}
