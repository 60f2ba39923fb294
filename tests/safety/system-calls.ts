import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A system call as strace writes it, with the paths of its files. */
export interface SystemCall {
  readonly name: string;
  readonly text: string;
}

const CALLS = "openat,write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2,link,linkat";

/** Whether programs can be traced here. */
export const canTrace = spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;

/** Runs a program under strace; its calls of these names, in the order in which they began. */
export function traced(program: readonly string[], calls = CALLS): readonly SystemCall[] {
  const folder = mkdtempSync(join(tmpdir(), "ahq-trace-"));
  const trace = join(folder, "trace");
  try {
    const options = ["-f", "-y", "-s", "200", "-e", `trace=${calls}`, "-e", "signal=none", "-o", trace];
    const { stderr, status } = spawnSync("strace", [...options, ...program], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${program.join(" ")} ended with ${status}: ${stderr}`);
    return callsIn(readFileSync(trace, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function callsIn(trace: string): readonly SystemCall[] {
  return trace.split("\n").flatMap((line) => {
    const call = /^\d+\s+(?<name>[a-z0-9_]+)\((?<text>.*)$/.exec(line)?.groups;
    return call?.name === undefined || call.text === undefined ? [] : [{ name: call.name, text: call.text }];
  });
}

/**
 * What is wrong with the way in which a file was saved, by its calls: written whole under another name, flushed, renamed over, and the folder flushed.
 * Empty where a power cut at any moment leaves the old file or the new one, and leaves the new one once the program has gone on.
 */
export function problemsOfSaving(calls: readonly SystemCall[], folder: string, name: string): readonly string[] {
  const renamed = calls.findLastIndex(
    (call) => call.name.startsWith("rename") && call.text.includes(`"${folder}/${name}"`),
  );
  if (renamed === -1) return ["it is never renamed into its place"];
  const temporary = /"(?<path>[^"]+)"/.exec(calls[renamed]?.text ?? "")?.groups?.path ?? "";
  const before = calls.slice(0, renamed);
  const written = before.findLastIndex((call) => call.name.includes("write") && call.text.includes(`<${temporary}>`));
  const flushed = before.findLastIndex((call) => call.name === "fsync" && call.text.includes(`<${temporary}>`));
  const isFolderFlushed = calls
    .slice(renamed)
    .some((call) => call.name === "fsync" && call.text.includes(`<${folder}>`));
  return [
    ...(written === -1 ? ["it is not written under another name"] : []),
    ...(flushed < written || flushed === -1 ? ["its bytes are not flushed before the rename"] : []),
    ...(isFolderFlushed ? [] : ["its folder is not flushed after the rename"]),
  ];
}
