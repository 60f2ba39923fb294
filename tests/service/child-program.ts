import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { afterAll, onTestFinished } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Bundles a TypeScript program so that Node 20 can run it as a process of its own; the path of the built file. To be called in `beforeAll`. */
export async function buildProgram(entry: string, folder?: string): Promise<string> {
  const outDir = folder ?? (await mkdtemp(join(tmpdir(), "ahq-program-")));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, target: "node" },
    build: { ssr: true, target: "node20", outDir, emptyOutDir: true, rollupOptions: { input: resolve(root, entry) } },
  });
  const name = basename(entry).replace(/\.ts$/, "");
  const built = (await readdir(outDir)).find((file) => file === `${name}.js` || file === `${name}.mjs`);
  if (built === undefined) throw new Error(`${entry} was not built`);
  afterAll(() => rm(outDir, { recursive: true, force: true }));
  return join(outDir, built);
}

/** A running program; what it prints can be awaited line by line. */
export interface Running {
  readonly process: ChildProcess;
  /** The next line on stdout; null when there will be no more. */
  readonly nextLine: () => Promise<string | null>;
  /** What it has written on stderr. */
  readonly errors: () => string;
  /** Ends it as a crash would, and waits until it has ended. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** Waits for its end; the exit code, or null where a signal ended it. */
  readonly exitCode: () => Promise<number | null>;
}

/** Starts a program; it does not outlive its test. */
export function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(command, [...args], {
    stdio: "pipe",
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit");
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += String(text);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    nextLine: async () => {
      const { done, value } = await lines.next();
      return done === true ? null : value;
    },
    errors: () => errors,
    kill: async (signal = "SIGKILL") => {
      child.kill(signal);
      await ended;
    },
    exitCode: async () => {
      await ended;
      return child.exitCode;
    },
  };
}
