import { parseArgs } from "node:util";

export const USAGE = `Usage: npm start -- [options]

Serves AHQ Workbench to this computer alone and opens it in the browser.

  --data-dir <folder>  where settings, notebook and packages are kept (or AHQ_DATA_DIR)
  --port <number>      port on 127.0.0.1; any that is free if left out
  --no-open            only print the address
  --help               print this
`;

export interface ServingOptions {
  readonly dataDir: string | null;
  /** On 127.0.0.1; 0 for any that is free. */
  readonly port: number;
  /** Whether the system's browser is opened on it. */
  readonly opens: boolean;
}

export interface BrowserModeOptions extends ServingOptions {
  readonly asksForHelp: boolean;
}

/** Reads the options; an Error says what is wrong with them. */
export function readOptions(commandLine: readonly string[]): BrowserModeOptions {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      "data-dir": { type: "string" },
      port: { type: "string", default: "0" },
      "no-open": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return {
    dataDir: values["data-dir"] ?? null,
    port: readPort(values.port),
    opens: !values["no-open"],
    asksForHelp: values.help,
  };
}

/** Reads a port; an Error says what is wrong with it. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port: found "${text}", expected a number from 0 to 65535`);
}
