import type { Ref } from "../../core/dataset/ref.ts";
import type { Filter } from "../../core/query/filter.ts";
import { anyOf } from "../../core/query/filter-text.ts";
import type { WorkspaceAction } from "./workspace.ts";

/** What leads to a cited thing: its response opens beside the screen, a state or code narrows the filter, the rest is in the codebook. */
export function actionsForRef(ref: Ref, filter: Filter): readonly WorkspaceAction[] {
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
    case "code":
      return narrowed(ref.variable, ref.code);
    default:
      return [
        { kind: "part", part: "codebook" },
        { kind: "go", screen: "sources" },
      ];
  }
}
