import { foldText } from "../query/fold-text.ts";

interface Choice {
  readonly code: string;
  readonly label: string;
}

/** The text that a drop-down shows for each code: its label or, where two labels of the list read alike, each label with its code behind it. */
export function choiceTexts(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const folded = new Set(choices.map(({ label }) => foldChoice(label)));
  // All of them, as a label with a code behind it might read like another label.
  const areApart = folded.size === choices.length && !folded.has("");
  return new Map(choices.map(({ code, label }) => [code, areApart ? label : `${label} (${code})`] as const));
}

/** A text as it is compared with a choice: without case, accents, outer space and a full stop at its end. */
export function foldChoice(text: string): string {
  return foldText(text).trim().replace(/\.$/, "");
}
