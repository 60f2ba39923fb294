import type { Meaning } from "../dataset/meanings.ts";
import { MEANING_ORDER, MEANINGS } from "../dataset/meanings.ts";
import { foldText } from "../query/fold-text.ts";

/** An answer that is known by its words. */
export interface KnownAnswer {
  readonly code: string;
  readonly label: string;
  readonly meaning: Meaning;
}

interface AnswerWords extends KnownAnswer {
  /** Joined by `|`, folded and without punctuation: English, then French and German. */
  readonly words: string;
}

/** The code of an answer that is not there: silence is coded, never left out. */
export const NO_ANSWER: KnownAnswer = { code: "no-answer", label: "No answer", meaning: "not-mentioned" };

/** The code of a text that was answered with instead of a fixed answer. */
export const ANSWERED: KnownAnswer = { code: "answered", label: "Answered in words", meaning: "neutral" };

// Whatever says that something is not known stands apart from "no" and is never negative.
const KNOWN: readonly AnswerWords[] = [
  { code: "yes", label: "Yes", meaning: "affirmative", words: "yes|y|true|✓|✔|☑|oui|o|ja|j" },
  {
    code: "partly",
    label: "Partly",
    meaning: "partial",
    words:
      "partly|partially|partial|in part|to some extent|to a certain extent|yes partly|yes partially|yes and no|yes no|y n|in some cases|partiellement|en partie|oui et non|teilweise|zum teil|teils teils|ja und nein",
  },
  { code: "no", label: "No", meaning: "negative", words: "no|n|false|none of these|not at all|✗|✘|☒|non|nein" },
  { code: "not-yet", label: "Not yet", meaning: "negative", words: "not yet|no not yet|pas encore|noch nicht" },
  {
    code: "none-reported",
    label: "None reported",
    meaning: "none-reported",
    words:
      "none|none reported|nothing to report|no practice|no practices|no findings|no cases|no case|no examples|none provided|no experience|nil|neant|aucun|aucune|rien a signaler|keine|keiner|keines|nichts zu berichten",
  },
  {
    code: "not-applicable",
    label: "Not applicable",
    meaning: "neutral",
    words:
      "not applicable|not relevant|non applicable|sans objet|nicht anwendbar|nicht zutreffend|trifft nicht zu|entfallt",
  },
  // May stand for "not applicable" or "not available": nothing can be said of the state.
  { code: "n-a", label: "N/A", meaning: "no-information", words: "n a|na" },
  {
    code: "dont-know",
    label: "Does not know",
    meaning: "no-information",
    words:
      "dont know|do not know|we do not know|does not know|unknown|not known|dk|unsure|unclear|ne sait pas|ne sais pas|nsp|inconnu|weiss nicht|unbekannt|nicht bekannt",
  },
  {
    code: "no-information",
    label: "No information",
    meaning: "no-information",
    words:
      "no information|no info|no information available|information not available|not available|no data|no data available|data not available|no statistics|no statistics available|ni|n i|n d|nd|pas dinformation|pas dinformations|aucune information|aucune donnee|non disponible|pas disponible|keine information|keine informationen|keine angabe|keine angaben|k a|keine daten|nicht verfugbar|?",
  },
  {
    ...NO_ANSWER,
    words:
      "|-|–|—|--|---|…|...|.|·|no answer|no response|no reply|not answered|did not answer|did not respond|no comment|not mentioned|sans reponse|pas de reponse|aucune reponse|keine antwort|nicht beantwortet|unbeantwortet",
  },
];

const BY_WORDS: ReadonlyMap<string, KnownAnswer> = new Map([
  ...MEANING_ORDER.map(
    (meaning) => [wordKey(MEANINGS[meaning].word), { code: meaning, label: MEANINGS[meaning].word, meaning }] as const,
  ),
  ...KNOWN.flatMap(({ words, ...answer }) => words.split("|").map((word) => [wordKey(word), answer] as const)),
]);

/** The answer that a text is in so many words, in English, French or German; null where it is none that is known. */
export function knownAnswer(text: string): KnownAnswer | null {
  return BY_WORDS.get(wordKey(text)) ?? null;
}

/** The known answer that a text begins with, cut off by punctuation ("Yes, since 2015"), as the text has it; null where there is none. "No data" does not begin with "No". */
export function beginningAnswer(text: string): { readonly value: string; readonly answer: KnownAnswer } | null {
  const value = /^\s*([\p{L}\p{N}'’/ ]{1,40}?)\s*(?:[.,;:!(–—-]|\n|$)/u.exec(text)?.[1] ?? "";
  const answer = value === "" ? null : knownAnswer(value);
  return answer === null ? null : { value, answer };
}

/** Whether a text begins with a value and ends there or goes on behind punctuation. */
export function beginsWith(text: string, value: string): boolean {
  const [whole, start] = [foldText(text).trim(), foldText(value).trim()];
  if (start === "") return whole === "";
  return whole.startsWith(start) && /^\s*(?:[.,;:!(–—-]|\n|$)/u.test(foldedLines(text).slice(start.length));
}

// Folding makes spaces of line ends, and a line end cuts an answer off as well.
function foldedLines(text: string): string {
  return text.trim().split("\n").map(foldText).join("\n");
}

/** A text as words are compared: folded, hyphens and slashes as spaces, without marks; what has no letters stays as it is. */
function wordKey(text: string): string {
  const folded = foldText(text).trim();
  if (!/[\p{L}\p{N}]/u.test(folded)) return folded;
  return folded
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
