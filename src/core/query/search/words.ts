import { foldText } from "../fold-text.ts";

/** A word of a text: where it stands, and its letters without case and accents. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
}

/** The words of a text, in their order: letters, marks and digits that stand together. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  forEachWord(text, (from, to) => words.push({ from, to, folded: foldText(text.slice(from, to)) }));
  return words;
}

/** Calls back with the place of each word of a text. */
export function forEachWord(text: string, visit: (from: number, to: number) => void): void {
  let from = -1;
  for (let at = 0; at < text.length; at++) {
    if (isOfWord(text, at)) {
      if (from === -1) from = at;
    } else if (from !== -1) {
      visit(from, at);
      from = -1;
    }
  }
  if (from !== -1) visit(from, text.length);
}

function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > 0x7f) return isOfForeignWord(text, at);
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

// Both halves of a surrogate pair answer for the whole.
function isOfForeignWord(text: string, at: number): boolean {
  const isSecondHalf = at > 0 && isBetween(text.charCodeAt(at), 0xdc00, 0xdfff);
  return /^[\p{L}\p{M}\p{N}]/u.test(text.slice(isSecondHalf ? at - 1 : at, at + 2));
}

function isBetween(unit: number, least: number, most: number): boolean {
  return unit >= least && unit <= most;
}
