import type { PackageEdit } from "./package-edit.ts";

/** What edits are about, in few words: `response 3.4 BE`, and how many more there are. */
export function describeEdits([first, ...others]: readonly PackageEdit[]): string {
  if (first === undefined) return "nothing";
  return others.length === 0 ? subjectOf(first) : `${subjectOf(first)} and ${others.length} more`;
}

function subjectOf(edit: PackageEdit): string {
  switch (edit.kind) {
    case "set-response":
      return `response ${edit.question} ${edit.respondent}`;
    case "add-observation":
    case "set-observation":
    case "remove-observation":
      return `${edit.variable} of ${edit.respondent}`;
    case "set-respondent":
      return `respondent ${edit.respondent}`;
    case "set-question":
      return `question ${edit.question}`;
    case "set-variable":
    case "derive-variable":
    case "remove-derived-variable":
      return `variable ${edit.variable}`;
    case "set-code":
    case "add-code":
    case "remove-code":
      return `code ${edit.variable}:${edit.code}`;
    case "add-caveat":
    case "remove-caveat":
      return `caveat ${edit.id}`;
  }
}
