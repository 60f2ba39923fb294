import { foldText } from "../query/fold-text.ts";

interface Choice {
  readonly code: string;
  readonly label: string;
}

/** The text that a drop-down shows for each code: its label, with the code behind it where two labels read alike. */
export function choiceTexts(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const folded = choices.map(({ label }) => foldChoice(label));
  return new Map(
    choices.map(({ code, label }, i) => {
      const isAlone = folded.every((other, j) => j === i || other !== folded[i]);
      return [code, isAlone ? label : `${label} (${code})`] as const;
    }),
  );
}

/** A text as it is compared with a choice: without case, accents, outer space and a full stop at its end. */
export function foldChoice(text: string): string {
  return foldText(text).trim().replace(/\.$/, "");
}
