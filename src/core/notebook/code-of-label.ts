import { foldText } from "../query/fold-text.ts";

/** An id made of a label, unlike those that are taken: "Only other areas" becomes only-other-areas. */
export function codeOfLabel(label: string, taken: readonly string[]): string {
  const words = foldText(label).match(/[a-z0-9]+/g) ?? ["code"];
  const base = words.join("-").slice(0, 60).replace(/-$/, "");
  const numbered = (number: number): string => (number === 1 ? base : `${base}-${number}`);
  const free = taken.findIndex((_, i) => !taken.includes(numbered(i + 1)));
  return numbered(free < 0 ? taken.length + 1 : free + 1);
}
