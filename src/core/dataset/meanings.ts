/** What an answer says, in the terms that every query shares. The one table of signs, colours, words and comparability. */
export const MEANINGS = {
  affirmative: {
    sign: "●",
    colour: { light: "#00695c", dark: "#4fc3b0" },
    word: "Affirmative",
    explanation: "The state says yes.",
    isComparable: true,
    isSilent: false,
  },
  partial: {
    sign: "◐",
    colour: { light: "#8a5a00", dark: "#e3ae45" },
    word: "Partial",
    explanation: "The state says yes in part.",
    isComparable: true,
    isSilent: false,
  },
  negative: {
    sign: "○",
    colour: { light: "#b23c17", dark: "#f5906a" },
    word: "Negative",
    explanation: "The state says no.",
    isComparable: true,
    isSilent: false,
  },
  neutral: {
    sign: "◇",
    colour: { light: "#46587a", dark: "#a3b4d1" },
    word: "Remark",
    explanation: "The state remarks without taking a side.",
    isComparable: false,
    isSilent: false,
  },
  "none-reported": {
    sign: "–",
    colour: { light: "#5a6169", dark: "#aab1b9" },
    word: "None reported",
    explanation: "The state says it has nothing to report.",
    isComparable: true,
    isSilent: false,
  },
  "not-mentioned": {
    sign: "·",
    colour: { light: "#6f757c", dark: "#8d949c" },
    word: "Not mentioned",
    explanation: "The source does not say what the state answered.",
    isComparable: false,
    isSilent: true,
  },
  "no-information": {
    sign: "?",
    colour: { light: "#5a6169", dark: "#aab1b9" },
    word: "No information",
    explanation: "The state says it has no information.",
    isComparable: false,
    isSilent: true,
  },
} as const satisfies Record<string, MeaningFacts>;

interface MeaningFacts {
  readonly sign: string;
  /** Colour of sign and word on a light and on a dark ground; AA on both, told apart by the colour-blind. */
  readonly colour: { readonly light: string; readonly dark: string };
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
