import type { ServingOptions } from "../browser-mode/command-line.ts";

/** Where a command writes to. */
export interface Output {
  readonly write: (content: string | Uint8Array) => void;
  readonly isTerminal: boolean;
  /** Whether it is a terminal that shows bold text and may be sent such. */
  readonly isStyled: boolean;
  /** Width of the terminal in characters; meaningless where there is none. */
  readonly columns: number;
}

/** What a command needs of its surroundings; nothing else of the process is read or written. */
export interface Surroundings {
  readonly version: string;
  /** Folder of the packages that come with the program. */
  readonly packagedData: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For results. */
  readonly stdout: Output;
  /** For messages. */
  readonly stderr: Output;
  readonly readInput: () => Promise<string>;
  readonly now: () => Date;
  /** Serves the workbench to the browser until it is told to end; the exit code. */
  readonly serveWorkbench: (options: ServingOptions) => Promise<0 | 1>;
}

/** Writes a line for a person: control characters of foreign text, which a terminal would obey, become visible instead. */
export function writeLine(output: Output, line: string): void {
  output.write(`${withoutControls(line)}\n`);
}

/** A text without control characters but for line ends; each becomes U+FFFD, so that nothing is lost unseen. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (control) =>
    control === "\n" ? control : "\ufffd",
  );
}
