import type { HostInfo } from "../api/contract.ts";
import { problemOf } from "../api/problem.ts";
import { openProblemLog } from "./problem-log.ts";

/** Has a data folder's log tell of whatever ends this program unforeseen. The program ends as it would without. */
export function logCrashes(folder: string, run: Pick<HostInfo, "host" | "version">): void {
  process.on("uncaughtExceptionMonitor", (error) => openProblemLog(folder, run).add(problemOf("uncaught", error)));
}
