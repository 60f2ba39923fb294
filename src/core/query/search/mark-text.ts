import type { SearchQuery } from "./search-query.ts";
import { matchWord } from "./word-match.ts";
import { type Word, wordsOf } from "./words.ts";

/** A part of a text: from the first place to before the second. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The parts of a text to mark for a query, in their order, apart from each other; empty where nothing of it is in the text. */
export function markText(text: string, { words, phrases }: SearchQuery): readonly TextRange[] {
  const own = wordsOf(text);
  const single = own.filter(({ folded }) => words.some((wanted) => matchWord(wanted, folded) > 0));
  const runs = phrases.flatMap((phrase) => phraseRuns(own, phrase));
  return mergeRanges([...single, ...runs]);
}

/** Whether the words of a phrase follow one another in a text. */
export function hasPhrase(text: string, phrase: readonly string[]): boolean {
  return phraseRuns(wordsOf(text), phrase).length > 0;
}

function phraseRuns(own: readonly Word[], phrase: readonly string[]): readonly TextRange[] {
  return own.flatMap((first, i) => {
    const last = own[i + phrase.length - 1];
    const isHere = phrase.every((wanted, j) => own[i + j]?.folded === wanted);
    return isHere && last !== undefined ? [{ from: first.from, to: last.to }] : [];
  });
}

/** Ranges in their order, with those that touch or overlap made one. */
export function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const apart: TextRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else apart.push({ from, to });
  }
  return apart;
}

/** A stretch of a text that is marked, or is not. */
export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A range of a text cut into what is marked and what is not, for showing; together the parts are the range. */
export function partsOf(text: string, marks: readonly TextRange[], range: TextRange): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = range.from;
  const cut = (to: number, isMarked: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  for (const { from, to } of marks) {
    cut(Math.min(from, range.to), false);
    cut(Math.min(to, range.to), true);
  }
  cut(range.to, false);
  return parts;
}

/** Characters that an excerpt has, a word more or less. */
export const EXCERPT_LENGTH = 160;

/** The part of a text to show around its marks, cut between words: the whole of a short text, else the part that holds the most marks. */
export function excerptOf(text: string, marks: readonly TextRange[], length: number = EXCERPT_LENGTH): TextRange {
  if (text.length <= length) return { from: 0, to: text.length };
  const start = bestStart(marks, length);
  // A little of what goes before makes the first mark readable.
  const from = Math.max(0, Math.min(start - Math.floor(length / 4), text.length - length));
  return { from: wordStart(text, from), to: wordEnd(text, Math.max(from + length, firstEnd(marks, start))) };
}

// The first mark from which the most characters are marked within the length.
function bestStart(marks: readonly TextRange[], length: number): number {
  const reach = Math.floor((length * 3) / 4);
  const marked = marks.map(({ from }) =>
    marks
      .filter((mark) => mark.from >= from && mark.to <= from + reach)
      .reduce((sum, mark) => sum + mark.to - mark.from, 0),
  );
  return marks[marked.indexOf(Math.max(...marked))]?.from ?? 0;
}

function firstEnd(marks: readonly TextRange[], start: number): number {
  return marks.find(({ from }) => from === start)?.to ?? start;
}

function wordStart(text: string, at: number): number {
  if (at === 0 || /\s/.test(text[at - 1] ?? "")) return at;
  const space = text.slice(at).search(/\s/);
  return space === -1 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(0, at + 1).search(/\s\S*$/);
  return space <= 0 ? at : space;
}
