import type { Meaning } from "../dataset/meanings.ts";
import { beginningAnswer, knownAnswer } from "./answer-words.ts";
import { slug, uniqueId } from "./slug.ts";

/** What an answer of this label most likely says; a remark where its words do not tell. A proposal, for a person to confirm. */
export function proposedMeaning(label: string): Meaning {
  return (knownAnswer(label) ?? beginningAnswer(label)?.answer)?.meaning ?? "neutral";
}

/** An id made of a label, unlike those that are taken: "Only other areas" becomes only-other-areas. */
export function proposedId(label: string, taken: readonly string[]): string {
  return uniqueId(slug(label, "code"), (id) => taken.includes(id));
}
