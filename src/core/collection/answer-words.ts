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
      "partly|partially|partial|in part|to some extent|to a certain extent|yes partly|yes partially|yes in part|yes to some extent|yes in some cases|yes but only in some cases|yes and no|yes no|y n|in some cases|in certain cases|only partly|only partially|partiellement|en partie|oui partiellement|oui en partie|oui et non|teilweise|zum teil|ja teilweise|ja zum teil|teils teils|ja und nein",
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
      "not applicable|does not apply|not relevant|non applicable|sans objet|nicht anwendbar|nicht zutreffend|trifft nicht zu|entfallt",
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
      "|-|–|—|--|---|…|...|.|·|no answer|no answer given|no answer provided|no response|no response received|no response provided|no reply|no reply received|not answered|did not answer|did not respond|no comment|not mentioned|sans reponse|pas de reponse|aucune reponse|keine antwort|nicht beantwortet|unbeantwortet",
  },
];

const BY_WORDS: ReadonlyMap<string, KnownAnswer> = new Map([
  ...MEANING_ORDER.map(
    (meaning) => [wordKey(MEANINGS[meaning].word), { code: meaning, label: MEANINGS[meaning].word, meaning }] as const,
  ),
  ...KNOWN.flatMap(({ words, ...answer }) => words.split("|").map((word) => [wordKey(word), answer] as const)),
]);

// Whole sentences that say that nothing is known, and nothing else: "No information campaigns are run" is another matter.
const ABOUT = "(?:data|figures|info|information|statistics)";
const LATER =
  "(?: (?:at present|at the moment|at this point|at this stage|at this time|currently|for now|in this regard|on this|on this issue|on this matter|on this question|on this topic|so far|to date|to report|yet))*";
const SAYS_UNKNOWN = new RegExp(
  `^(?:${[
    `(?:(?:currently|there is|there are|we currently have|we have) )?no (?:(?:detailed|further|official|relevant|reliable|specific|statistical|such) )?${ABOUT}(?: (?:is|are))?(?: (?:currently|yet))?(?: (?:available|collected|held|kept|known|provided|recorded))?`,
    `(?:(?:such|the|this) )?${ABOUT} (?:(?:is|are) )?(?:currently )?(?:not|un)(?: yet)? ?(?:available|collected|known|recorded)`,
    `we (?:are not able to|are unable to|can not|cannot|cant|do not|dont) (?:have|provide) (?:(?:any|such|the|this) )?${ABOUT}`,
  ].join("|")})${LATER}$`,
);
/** The code of an answer that says that nothing is known. */
export const NO_INFORMATION: KnownAnswer = {
  code: "no-information",
  label: "No information",
  meaning: "no-information",
};

/** The answer that a text is in so many words, in English, French or German; null where it is none that is known. */
export function knownAnswer(text: string): KnownAnswer | null {
  const key = wordKey(text);
  return BY_WORDS.get(key) ?? (SAYS_UNKNOWN.test(key) ? NO_INFORMATION : null);
}

/** The known answer that a text begins with, cut off by punctuation ("Yes, since 2015"), as the text has it; null where there is none. "No data" does not begin with "No", nor does "N.A., see above" with "N". */
export function beginningAnswer(text: string): BegunAnswer | null {
  const known = beginningsOf(text).flatMap((value): readonly BegunAnswer[] => {
    const answer = isInitial(value, text) ? null : knownAnswer(value);
    return answer === null ? [] : [{ value, answer }];
  });
  return goesOn(text, known[0]) ?? known.at(-1) ?? null;
}

export interface BegunAnswer {
  readonly value: string;
  readonly answer: KnownAnswer;
}

const CUT = /\s*(?:[.,;:!(–—-]|\n|$)/gu;
const LONGEST_BEGINNING = 70;
const MOST_CUTS = 4;

function beginningsOf(text: string): readonly string[] {
  const whole = text.trim();
  const ends = [...whole.matchAll(CUT)].map(({ index }) => index);
  const within = ends.filter((end) => end > 0 && end <= LONGEST_BEGINNING).slice(0, MOST_CUTS);
  return [...new Set(within)].map((end) => whole.slice(0, end));
}

// "No, not available": the second word says that the first is no answer; "Yes, in part" that it is not the whole one.
function goesOn(text: string, begun: BegunAnswer | undefined): BegunAnswer | null {
  if (begun === undefined) return null;
  const [value, answer] = beginningsOf(text)
    .filter((longer) => longer.length > begun.value.length)
    .map((longer) => [longer, knownAnswer(longer.slice(begun.value.length))] as const)
    .find(([, known]) => known !== null) ?? ["", null];
  if (answer === null || !takesBack(begun.answer.meaning, answer.meaning)) return null;
  return { value, answer };
}

function takesBack(first: Meaning, second: Meaning): boolean {
  if (first === "negative") return isSilence(second);
  return first === "affirmative" && second === "partial";
}

/** Whether an answer of this meaning says nothing of the state. */
export function isSilence(meaning: Meaning): boolean {
  return meaning === "no-information" || meaning === "not-mentioned";
}

// A letter with a full stop is short for something, and "No. 5" is a number; cells of one letter are answers as a whole.
function isInitial(value: string, text: string): boolean {
  const whole = text.trim();
  if (value.length < whole.length && [...value].length < 2) return true;
  return /^no\.\s*(?:\d|of\b)/i.test(whole) && value.length <= 2;
}

/** Whether a text begins with a value and ends there or goes on behind punctuation; what is one letter or the number sign "No." begins nothing. */
export function beginsWith(text: string, value: string): boolean {
  const [whole, start] = [foldText(text).trim(), foldText(value).trim()];
  if (start === "" || whole === start) return whole === start;
  if (isInitial(start, whole)) return false;
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
