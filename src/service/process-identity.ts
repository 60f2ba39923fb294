import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { errorCode } from "./file-error.ts";

/** What can be seen of a process number: nothing, or a process and what tells it from another that is given the same number. */
export type ObservedProcess = { readonly kind: "gone" } | { readonly kind: "running"; readonly started: string | null };

/** Looks at a process of this computer. Nothing that it says depends on the time of day. */
export async function observeProcess(pid: number): Promise<ObservedProcess> {
  if (!isThere(pid)) return { kind: "gone" };
  if (process.platform === "win32") return ofWindows(pid);
  if (process.platform === "darwin") return { kind: "running", started: await startByPs(pid) };
  const stat = await textOf(`/proc/${pid}/stat`);
  const boot = await textOf("/proc/sys/kernel/random/boot_id");
  if (stat === null || boot === null) return { kind: "running", started: null };
  return readProcessStat(stat, boot.trim());
}

/** Reads a line of `/proc/<pid>/stat` (proc(5): state is field 3, start time field 22; the name before them may hold spaces and brackets). */
export function readProcessStat(stat: string, boot: string): ObservedProcess {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state = ""] = fields;
  // A zombie has ended; its parent has only not asked how.
  if (state === "Z" || state === "X") return { kind: "gone" };
  const ticks = fields[22 - 3];
  return { kind: "running", started: ticks === undefined ? null : `${boot}/${ticks}` };
}

/** When a process began, as `ps` knows it: a moment that stays what it is when the clock is set. Null where ps does not say. */
export async function startByPs(pid: number): Promise<string | null> {
  const started = await said("ps", ["-o", "lstart=", "-p", String(pid)]);
  return started === null || started === "" ? null : started;
}

/** Reads what `tasklist /FI "PID eq <pid>" /FO CSV /NH` prints: the program that runs under the number; null where it names none. */
export function readTasklist(printed: string, pid: number): string | null {
  const [, program, number] = /^"(.+?)","(\d+)"/m.exec(printed) ?? [];
  return program === undefined || Number(number) !== pid ? null : programIdentity(program);
}

// Windows gives numbers again soon, after a power cut most of all. Its own tools tell quickly which program has one, not since when.
async function ofWindows(pid: number): Promise<ObservedProcess> {
  if (pid === process.pid) return { kind: "running", started: programIdentity(basename(process.execPath)) };
  const printed = await said("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]);
  return { kind: "running", started: printed === null ? null : readTasklist(printed, pid) };
}

function programIdentity(program: string): string {
  return `program ${program.toLowerCase()}`;
}

const run = promisify(execFile);

// A tool that is missing or forbidden on a managed computer says nothing: the process is then taken for what its number says.
async function said(program: string, args: readonly string[]): Promise<string | null> {
  const environment = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  return run(program, [...args], { env: environment, windowsHide: true, timeout: 5_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

// Where a system has no such file there is nothing to read: that is an answer, not a failure.
async function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}
