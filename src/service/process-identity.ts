import { readFile } from "node:fs/promises";
import { errorCode } from "./file-error.ts";

/** What can be seen of a process number: nothing, or a process and (on Linux) the moment it began, so that a number used again is told apart. */
export type ObservedProcess = { readonly kind: "gone" } | { readonly kind: "running"; readonly started: string | null };

/** Looks at a process of this computer. The start is boot id and clock ticks since boot: it never depends on the time of day. */
export async function observeProcess(pid: number): Promise<ObservedProcess> {
  if (!isThere(pid)) return { kind: "gone" };
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
