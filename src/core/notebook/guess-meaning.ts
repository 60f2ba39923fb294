import type { Meaning } from "../dataset/meanings.ts";
import { foldText } from "../query/fold-text.ts";

const KNOWN: Readonly<Partial<Record<string, Meaning>>> = {
  "no information": "no-information",
  "no information available": "no-information",
  unknown: "no-information",
  "not known": "no-information",
  "do not know": "no-information",
  none: "none-reported",
  "none reported": "none-reported",
  "nothing to report": "none-reported",
  "no practice": "none-reported",
  "no findings": "none-reported",
  "not mentioned": "not-mentioned",
  "no answer": "not-mentioned",
  "no answer given": "not-mentioned",
};

/** What an answer of this label most likely says; a remark where its words do not tell. A proposal, for a person to confirm. */
export function guessMeaning(label: string): Meaning {
  const folded = foldText(label).trim();
  if (Object.hasOwn(KNOWN, folded)) return KNOWN[folded] ?? "neutral";
  if (/\b(partly|partially|in part|to some extent)\b/.test(folded)) return "partial";
  if (/^yes\b/.test(folded)) return "affirmative";
  return /^(no|not)\b/.test(folded) ? "negative" : "neutral";
}
