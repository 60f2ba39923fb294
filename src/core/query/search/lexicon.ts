import { bitCount } from "../bitmap.ts";
import { matchWord } from "./word-match.ts";

/** A word of the lexicon that answers to a word that is searched, and how well (see `matchWord`). */
export interface LexiconMatch {
  readonly id: number;
  readonly quality: number;
}

/** All the different words of an index. */
export class Lexicon {
  private readonly words: readonly string[];
  /** For each word which letters it has, one bit each, so that most words are ruled out without a look at their letters. */
  private readonly letters: Uint32Array;

  constructor(words: readonly string[]) {
    this.words = words;
    this.letters = Uint32Array.from(words, lettersOf);
  }

  /** The words that answer to a word: itself, those that it begins, those that are one typo away. */
  find(wanted: string): readonly LexiconMatch[] {
    const letters = lettersOf(wanted);
    const found: LexiconMatch[] = [];
    for (let id = 0; id < this.letters.length; id++) {
      // One typo brings at most one letter that the word has not.
      if (bitCount(letters & ~(this.letters[id] ?? 0)) > 1) continue;
      const quality = matchWord(wanted, this.words[id] ?? "");
      if (quality > 0) found.push({ id, quality });
    }
    return found;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}
