import { wordsOf } from "./words.ts";

/** What a search looks for: words anywhere, and words that follow one another. */
export interface SearchQuery {
  readonly words: readonly string[];
  readonly phrases: readonly (readonly string[])[];
}

/** Reads what was typed: words, and phrases in quotation marks. While a phrase is not closed, it is so many words. Every text is a query. */
export function readSearchQuery(text: string): SearchQuery {
  const parts = text.replaceAll(/[“”„]/g, '"').split('"');
  // Phrases stand between the first and the second mark, the third and the fourth, and so on.
  const isPhrase = (i: number) => i % 2 === 1 && i + 1 < parts.length;
  return {
    words: [...new Set(parts.filter((_, i) => !isPhrase(i)).flatMap(foldedWords))],
    phrases: parts
      .filter((_, i) => isPhrase(i))
      .map(foldedWords)
      .filter((phrase) => phrase.length > 0),
  };
}

function foldedWords(text: string): readonly string[] {
  return wordsOf(text).map(({ folded }) => folded);
}
