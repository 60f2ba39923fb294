import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { errorCode, reasonOf } from "../../service/file-error.ts";
import { runCli } from "./run-cli.ts";
import type { Output } from "./surroundings.ts";

// This file is built to out/hosts/ahq.js; data and package.json stand beside out.
const ROOT = resolve(import.meta.dirname, "../..");

function outputOf(stream: NodeJS.WriteStream): Output {
  // Whoever reads us may stop early, as `head` does: nothing is left to do then.
  stream.on("error", (error) => {
    if (errorCode(error) === "EPIPE") process.exit(0);
    // Of messages that cannot be written there is nowhere left to tell.
    if (stream !== process.stderr) process.stderr.write(`ahq: the output could not be written: ${reasonOf(error)}\n`);
    process.exit(1);
  });
  const isTerminal = stream.isTTY === true;
  const isStyled = isTerminal && process.env.TERM !== "dumb" && (process.env.NO_COLOR ?? "") === "";
  return { write: (content) => void stream.write(content), isTerminal, isStyled, columns: stream.columns ?? 80 };
}

function programVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(resolve(ROOT, "package.json"), "utf8")))
    .version;
}

process.exitCode = await runCli(process.argv.slice(2), {
  version: programVersion(),
  packagedData: resolve(ROOT, "data"),
  environment: process.env,
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  readInput: () => text(process.stdin),
  now: () => new Date(),
  // Loaded for it alone: every other command starts without a server.
  serveWorkbench: async (options) => {
    const { serveWorkbench } = await import("../browser-mode/run-browser-mode.ts");
    return await serveWorkbench(options, ROOT);
  },
});
