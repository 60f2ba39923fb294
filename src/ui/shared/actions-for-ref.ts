import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Ref } from "../../core/dataset/ref.ts";
import { filterOfRef } from "../../core/notebook/cited-filter.ts";
import type { Filter } from "../../core/query/filter.ts";
import { anyOf } from "../../core/query/filter-text.ts";
import type { WorkspaceAction } from "./workspace.ts";

// The parts of the sources that list what is not in the codebook.
const PARTS_OF: Readonly<Partial<Record<Ref["kind"], string>>> = {
  finding: "findings",
  caveat: "caveats",
  "stated-count": "reconciliation",
};

/** What leads to a cited thing: its response opens beside the screen, a state or code narrows the filter, a cited filter takes its place, the rest is listed among the sources. */
export function actionsForRef(dataset: Dataset, ref: Ref, filter: Filter): readonly WorkspaceAction[] {
  const narrowed = (key: string, value: string): readonly WorkspaceAction[] => [
    { kind: "filter", filter: { terms: [...filter.terms, anyOf(key, [value])] } },
    { kind: "go", screen: "explore" },
  ];
  switch (ref.kind) {
    case "response":
      return [{ kind: "detail", detail: { question: ref.question, respondent: ref.respondent } }];
    case "respondent":
      return narrowed("respondent", ref.id);
    case "question":
      return narrowed("question", ref.id);
    case "filter":
      return [
        { kind: "filter", filter: filterOfRef(dataset, ref) ?? filter, reading: "states" },
        { kind: "go", screen: "explore" },
      ];
    case "code":
      return narrowed(ref.variable, ref.code);
    default:
      return [
        { kind: "part", part: PARTS_OF[ref.kind] ?? "codebook" },
        { kind: "go", screen: "sources" },
      ];
  }
}
