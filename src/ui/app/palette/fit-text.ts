import { foldText } from "../../../core/query/fold-text.ts";

/**
 * How well typed words fit a folded text, from 0 to 1: as a whole, as a word, as the beginning of one, inside one, or as the beginnings of several.
 * Null where one of the words does not fit at all. Without any word everything fits.
 */
export function fitText(words: readonly string[], text: string): number | null {
  const fits = words.map((word) => fitWord(word, text));
  if (fits.includes(null)) return null;
  return fits.reduce<number>((sum, fit) => sum + (fit ?? 0), 0) / Math.max(1, words.length);
}

/** The words of what was typed, without case and accents. */
export function typedWords(typed: string): readonly string[] {
  return foldText(typed)
    .split(" ")
    .filter((word) => word !== "");
}

function fitWord(word: string, text: string): number | null {
  if (text === word) return 1;
  const places = placesOf(word, text);
  if (places.length === 0) return fitLetters(word, text);
  const begins = places.filter((at) => isWordStart(text, at));
  if (begins.some((at) => isWordEnd(text, at + word.length))) return 0.95;
  if (begins.includes(0)) return 0.9;
  return begins.length > 0 ? 0.8 : 0.5;
}

function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

// Beginnings of words in their order: "swld" finds "Switch between light and dark". The closer they stand, the better they fit.
function fitLetters(word: string, text: string): number | null {
  const starts = word.length < 3 ? [] : wordStarts(text);
  const ends = starts
    .filter((at) => text[at] === word[0])
    .map((at) => ({ at, end: endOfLetters(word, text, at, starts) }));
  const fits = ends.flatMap(({ at, end }) => (end === null ? [] : [(0.3 * word.length) / (end - at)]));
  return fits.length === 0 ? null : Math.max(...fits);
}

/** Where letters end that begin at a place, each next one beside the one before or at the start of a later word; null where they do not stand so. */
function endOfLetters(letters: string, text: string, at: number, starts: readonly number[]): number | null {
  const rest = letters.slice(1);
  if (rest === "") return at + 1;
  const next = [at + 1, ...starts.filter((start) => start > at + 1)].filter((place) => text[place] === rest[0]);
  for (const place of next) {
    const end = endOfLetters(rest, text, place, starts);
    if (end !== null) return end;
  }
  return null;
}

function wordStarts(text: string): readonly number[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
}

const LETTER = /[\p{L}\p{N}]/u;

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !LETTER.test(text[at - 1] ?? "");
}

function isWordEnd(text: string, end: number): boolean {
  return end >= text.length || !LETTER.test(text[end] ?? "");
}
