import { reasonOf } from "../../service/file-error.ts";
import { readPort } from "../browser-mode/command-line.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import { UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";

/** `ahq open` */
export const openCommand: Command = {
  usage: "open [--no-open] [--port NUMBER]",
  summary: "open the workbench in the browser, served by this computer to itself alone",
  details: "Prints an address that works once. Ctrl-C ends it.",
  options: {
    "no-open": { help: "only print the address" },
    port: { value: "NUMBER", help: "the port on 127.0.0.1; any that is free if left out" },
    "data-dir": COMMON_OPTIONS["data-dir"],
    help: COMMON_OPTIONS.help,
  },
  positionals: [0, 0],
  run: (args, { serveWorkbench }) =>
    serveWorkbench({
      dataDir: args.text("data-dir"),
      port: portOf(args.text("port") ?? "0"),
      opens: !args.isGiven("no-open"),
    }),
};

function portOf(text: string): number {
  try {
    return readPort(text);
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}
