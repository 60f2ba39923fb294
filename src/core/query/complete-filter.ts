import type { Tables } from "../dataset/resources.ts";
import { foldText } from "./fold-text.ts";
import { wordsOf } from "./search/words.ts";
import { keyLabel, type VocabularyValue, vocabularyOf } from "./vocabulary.ts";

/** How a filter's text could go on: what to put in the place of which part of it, and the words that offer it. */
export interface FilterSuggestion {
  /** A key with its colon, a value, or both. */
  readonly text: string;
  readonly key: string;
  /** The label of the key; of a value its own. */
  readonly label: string;
  /** The value that is suggested; null where only the key is. */
  readonly value: string | null;
  readonly from: number;
  readonly to: number;
}

/**
 * How the text of a filter could go on where the cursor stands: with keys, with values of the key that is there, and with values of any key whose words begin so.
 * The likeliest first, at most `limit`; none inside of a phrase.
 */
export function completeFilter(dataset: Tables, text: string, cursor: number, limit = 12): readonly FilterSuggestion[] {
  const word = wordAt(text, cursor);
  if (word === null) return [];
  const colon = text.slice(word.from, word.to).indexOf(":");
  return suggestionsIn(dataset, text, cursor, { ...word, colon: colon === -1 ? null : word.from + colon }).slice(
    0,
    limit,
  );
}

function suggestionsIn(dataset: Tables, text: string, cursor: number, word: Word): readonly FilterSuggestion[] {
  const { from, to, colon } = word;
  if (colon !== null && cursor > colon) return suggestValues(dataset, text, cursor, { from, to, colon });
  const typed = text.slice(from, cursor);
  if (colon !== null) return suggestKeys(dataset, typed, { from, to: colon + 1 });
  const keys = suggestKeys(dataset, typed, { from, to });
  return typed === "" ? keys : [...keys, ...suggestAnyValue(dataset, typed, { from, to })];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Word extends Range {
  /** Where the colon after a key stands; null where there is none. */
  readonly colon: number | null;
}

/** The word that the cursor stands in or at the end of, its minus sign left aside; an empty one between words, null inside of a phrase. */
function wordAt(text: string, cursor: number): Range | null {
  let at = 0;
  while (at < cursor) {
    const word = /^\s*-?("(?:\\.|[^"\\])*"?|\S*)/u.exec(text.slice(at));
    const [whole = "", body = ""] = word ?? [];
    const to = at + whole.length;
    if (to < cursor && whole !== "") at = to;
    else return body.startsWith('"') ? null : atCursor({ from: to - body.length, to }, cursor);
  }
  return atCursor({ from: at, to: at + (/^\S*/u.exec(text.slice(at))?.[0].length ?? 0) }, cursor);
}

function atCursor(word: Range, cursor: number): Range {
  return cursor < word.from ? { from: cursor, to: cursor } : word;
}

function suggestKeys(dataset: Tables, typed: string, range: Range): readonly FilterSuggestion[] {
  const keys = [...vocabularyOf(dataset).keys()].map((key) => ({ value: key, label: keyLabel(dataset, key) }));
  return ranked(keys, typed).map(({ value: key, label }) => ({ text: `${key}:`, key, label, value: null, ...range }));
}

function suggestAnyValue(dataset: Tables, typed: string, range: Range): readonly FilterSuggestion[] {
  return [...vocabularyOf(dataset)].flatMap(([key, values]) =>
    ranked(values, typed).map(({ value, label }) => ({ text: `${key}:${value}`, key, label, value, ...range })),
  );
}

function suggestValues(
  dataset: Tables,
  text: string,
  cursor: number,
  word: Range & { readonly colon: number },
): readonly FilterSuggestion[] {
  const key = text.slice(word.from, word.colon);
  const from = word.colon + 1 + startOfLast(text.slice(word.colon + 1, cursor));
  const to = cursor + lengthOfFirst(text.slice(cursor, word.to));
  const others = `${text.slice(word.colon + 1, from)},${text.slice(to, word.to)}`.split(SEPARATOR);
  const free = (vocabularyOf(dataset).get(key) ?? []).filter(({ value }) => !others.includes(value));
  return ranked(free, text.slice(from, cursor)).map(({ value, label }) => ({
    text: value,
    key,
    label,
    value,
    from,
    to,
  }));
}

const SEPARATOR = /[,&]/;

function startOfLast(values: string): number {
  return Math.max(values.lastIndexOf(","), values.lastIndexOf("&")) + 1;
}

function lengthOfFirst(values: string): number {
  const separator = values.search(SEPARATOR);
  return separator === -1 ? values.length : separator;
}

/** What begins with the typed text: by its id first, then by its label, then by a later word of either; otherwise in the order given. */
function ranked(candidates: readonly VocabularyValue[], typed: string): readonly VocabularyValue[] {
  const wanted = foldText(typed);
  const ranks = candidates.map((candidate) => ({ candidate, rank: rankOf(candidate, wanted) }));
  return ranks
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate);
}

const NO_MATCH = 3;

function rankOf({ value, label }: VocabularyValue, wanted: string): number {
  if (foldText(value).startsWith(wanted)) return 0;
  if (foldText(label).startsWith(wanted)) return 1;
  return wordsOf(`${value} ${label}`).some(({ folded }) => folded.startsWith(wanted)) ? 2 : NO_MATCH;
}
