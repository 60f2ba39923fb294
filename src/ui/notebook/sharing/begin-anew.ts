import { describeTakenIn, type RestoredBackup } from "../../../api/backups.ts";
import { describeFault } from "../../../core/dataset/fault.ts";

/** What came of a backup or file that was taken in, a line for each part. */
export function reportOf(name: string, restored: Exclude<RestoredBackup, { kind: "refused" }>): string {
  const faults = restored.faults.map((fault) => `Left out: ${describeFault(fault)}`);
  const head =
    restored.kind === "added" ? `${name} was added to what is here.` : `${name} is in the place of everything here.`;
  const parts = restored.kind === "added" ? restored.parts.map((part) => `${describeTakenIn(part)}.`) : [];
  return [head, ...parts, ...faults].join("\n");
}

const REPORT = "ahq-taken-in";

/** Reads the page anew, since whatever is on screen was read before; the report is said once it is there again. */
export function beginAnew(report: string): void {
  sessionStorage.setItem(REPORT, report);
  location.reload();
}

/** The report that was kept over the last beginning, once; empty where there is none. */
export function takeReport(): string {
  const report = sessionStorage.getItem(REPORT) ?? "";
  sessionStorage.removeItem(REPORT);
  return report;
}
