/** What an answer says, in the terms that every query shares. The one table of signs, words and comparability. */
export const MEANINGS = {
  affirmative: {
    sign: "●",
    word: "Affirmative",
    explanation: "The state says yes.",
    isComparable: true,
    isSilent: false,
  },
  partial: {
    sign: "◐",
    word: "Partial",
    explanation: "The state says yes in part.",
    isComparable: true,
    isSilent: false,
  },
  negative: { sign: "○", word: "Negative", explanation: "The state says no.", isComparable: true, isSilent: false },
  neutral: {
    sign: "◇",
    word: "Remark",
    explanation: "The state remarks without taking a side.",
    isComparable: false,
    isSilent: false,
  },
  "none-reported": {
    sign: "–",
    word: "None reported",
    explanation: "The state says it has nothing to report.",
    isComparable: true,
    isSilent: false,
  },
  "not-mentioned": {
    sign: "·",
    word: "Not mentioned",
    explanation: "The source does not say what the state answered.",
    isComparable: false,
    isSilent: true,
  },
  "no-information": {
    sign: "?",
    word: "No information",
    explanation: "The state says it has no information.",
    isComparable: false,
    isSilent: true,
  },
} as const satisfies Record<string, MeaningFacts>;

interface MeaningFacts {
  readonly sign: string;
  readonly word: string;
  readonly explanation: string;
  /** Whether two such answers can be set against each other; only then does an absent code count as "no". */
  readonly isComparable: boolean;
  /** Whether nothing at all is known of the state in this question. */
  readonly isSilent: boolean;
}

export type Meaning = keyof typeof MEANINGS;

/** Every meaning, in the order in which legends and charts show them. */
export const MEANING_ORDER = Object.keys(MEANINGS) as readonly Meaning[];
