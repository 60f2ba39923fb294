import { isOneTypoAway, startsOneTypoAway } from "./one-typo.ts";

/** How a word of a text answers to a word that is searched: 1 for the word itself, less for one that begins with it, least for a typo; 0 for none of these. */
export function matchWord(wanted: string, word: string): number {
  if (word === wanted) return 1;
  if (word.startsWith(wanted)) return prefixMatch(wanted, word);
  if (isOneTypoAway(wanted, word)) return 0.2;
  return startsOneTypoAway(wanted, word) ? 0.1 : 0;
}

// One letter begins too many words to mean any of them.
const LEAST_PREFIX = 2;

// The more of the word is there, the likelier it is meant.
function prefixMatch(wanted: string, word: string): number {
  return wanted.length < LEAST_PREFIX ? 0 : 0.4 + (0.4 * wanted.length) / word.length;
}
