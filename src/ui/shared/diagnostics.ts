import { type Problem, problemOf } from "../../api/problem.ts";
import { callHost } from "./host-client.ts";

// A screen that fails with every stroke would fill the log with one thing.
let reportsLeft = 20;

/** Has the host keep in its log that something went wrong in the page, without a word of its message. */
export function reportProblem(kind: Problem["kind"], error: unknown): void {
  if (reportsLeft === 0) return;
  reportsLeft -= 1;
  // A host that does not answer cannot be told; the analyst sees both on screen.
  callHost("reportProblem", { problem: problemOf(kind, error) }).catch(() => undefined);
}

/** What a bug report needs, as text: versions, ids, counts, notices, and what went wrong; nothing that the analyst wrote. */
export async function diagnosticsText(): Promise<string> {
  return `${JSON.stringify(await callHost("diagnostics", {}), null, 2)}\n`;
}
