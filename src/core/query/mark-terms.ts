import type { Filter } from "./filter.ts";
import { foldText } from "./fold-text.ts";
import { mergeRanges, type TextRange } from "./search/mark-text.ts";

/** The texts that a filter asks for, folded: those of its text terms that are not negated. */
export function wantedTexts({ terms }: Filter): readonly string[] {
  const texts = terms.flatMap((term) => (term.kind === "text" && !term.isNegated ? [foldText(term.text)] : []));
  return [...new Set(texts)].filter((text) => text !== "");
}

/**
 * The parts of a text that a filter's texts find, in their order, apart from each other.
 * What the filter finds is marked, no more and no less: parts of words too, and nothing that is merely spelt alike.
 */
export function markTerms(text: string, wanted: readonly string[]): readonly TextRange[] {
  if (wanted.length === 0) return [];
  const { folded, starts } = foldWithPlaces(text);
  return mergeRanges(wanted.flatMap((part) => places(folded, part).map((at) => rangeOf(starts, at, at + part.length))));
}

interface Folded {
  readonly folded: string;
  /** For each unit of the folded text, where the character that it comes of begins; the last is the text's end. */
  readonly starts: readonly number[];
}

// Character by character, for folding changes how many there are: ß becomes ss, a run of spaces one space.
function foldWithPlaces(text: string): Folded {
  const starts: number[] = [];
  let folded = "";
  let at = 0;
  for (const character of text) {
    const part = foldText(character);
    const isRepeatedSpace = part === " " && folded.endsWith(" ");
    if (!isRepeatedSpace) {
      for (let i = 0; i < part.length; i++) starts.push(at);
      folded += part;
    }
    at += character.length;
  }
  return { folded, starts: [...starts, at] };
}

function places(folded: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = folded.indexOf(part); at !== -1; at = folded.indexOf(part, at + part.length)) found.push(at);
  return found;
}

// A letter of which only a half was found is marked whole, and with it the accents that follow it.
function rangeOf(starts: readonly number[], from: number, to: number): TextRange {
  const last = starts[to - 1] ?? 0;
  const next = starts.slice(to).find((start) => start > last);
  return { from: starts[from] ?? 0, to: next ?? starts.at(-1) ?? 0 };
}
