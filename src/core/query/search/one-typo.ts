// A shorter word is another word sooner than a misspelt one.
const LEAST_LENGTH = 4;
const LEAST_PREFIX_LENGTH = 5;

/** Whether two words are one typo apart: a letter too many, too few, another, or two neighbours swapped (Damerau 1964). Never of words of under four letters. */
export function isOneTypoAway(word: string, other: string): boolean {
  if (word.length < LEAST_LENGTH || Math.abs(word.length - other.length) > 1 || word === other) return false;
  return isRestAt(word, other, commonStart(word, other), (rest, from) => other.length === from + rest.length);
}

/** Whether a longer word begins with one typo's distance from this one, the last letter excepted, which anything would pass. */
export function startsOneTypoAway(word: string, longer: string): boolean {
  if (word.length < LEAST_PREFIX_LENGTH || longer.length <= word.length) return false;
  const at = commonStart(word, longer);
  return at < word.length - 1 && isRestAt(word, longer, at, () => true);
}

/** Whether after the first letter that differs the rest of the word stands in the other, in one of the ways in which one typo leaves it. */
function isRestAt(word: string, other: string, at: number, isWhole: (rest: string, from: number) => boolean): boolean {
  const standsAt = (rest: string, from: number) => other.startsWith(rest, from) && isWhole(rest, from);
  const [tooMany, tooFew] = [standsAt(word.slice(at + 1), at), standsAt(word.slice(at), at + 1)];
  return tooMany || tooFew || standsAt(word.slice(at + 1), at + 1) || isSwapped(word, other, at, standsAt);
}

function isSwapped(
  word: string,
  other: string,
  at: number,
  standsAt: (rest: string, from: number) => boolean,
): boolean {
  if (at + 1 >= word.length || at + 1 >= other.length) return false;
  return word[at] === other[at + 1] && word[at + 1] === other[at] && standsAt(word.slice(at + 2), at + 2);
}

function commonStart(word: string, other: string): number {
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  return at;
}
