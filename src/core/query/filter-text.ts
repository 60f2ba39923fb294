import type { Filter, Term, ValuesTerm } from "./filter.ts";
import { foldText } from "./fold-text.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is wrong with a filter's text: the column (from 1) at which it is wrong, what stands there, what was expected. */
export interface FilterFault {
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

export type ParsedFilter =
  | { readonly filter: Filter; readonly fault?: never }
  | { readonly fault: FilterFault; readonly filter?: never };

const BARE_WORD = /^[^\s":\\-][^\s":\\]*$/u;
const VALUE = /^[A-Za-z0-9.-]+$/;

/** Reads the textual form of a filter whose keys and values the vocabulary knows. The inverse of `printFilter`. */
export function parseFilter(text: string, vocabulary: Vocabulary): ParsedFilter {
  const terms: Term[] = [];
  let position = skipSpace(text, 0);
  while (position < text.length) {
    const read = readTerm(text, position, vocabulary);
    if ("fault" in read) return read;
    terms.push(read.term);
    position = skipSpace(text, read.end);
  }
  return { filter: { terms } };
}

/** The textual form of a filter: terms joined by a space, text in quotation marks wherever it could be read as anything else. */
export function printFilter(filter: Filter): string {
  return filter.terms.map(printTerm).join(" ");
}

/** The textual form of one term. */
export function printTerm(term: Term): string {
  const minus = term.isNegated ? "-" : "";
  if (term.kind === "values") return `${minus}${term.key}:${term.values.join(term.match === "all" ? "&" : ",")}`;
  return minus + (BARE_WORD.test(term.text) ? term.text : `"${term.text.replaceAll(/["\\]/g, "\\$&")}"`);
}

/** Says a fault of a filter's text in one line, for a person. */
export function describeFilterFault({ column, found, expected }: FilterFault, text: string): string {
  // Where a word is missing, what stands in its place is what was found.
  const there =
    found === ""
      ? text
          .slice(column - 1)
          .trim()
          .slice(0, 20)
      : found;
  return `filter column ${column}: found ${there === "" ? "the end" : `"${there}"`}, expected ${expected}`;
}

type ReadTerm = { readonly term: Term; readonly end: number } | { readonly fault: FilterFault };

function readTerm(text: string, start: number, vocabulary: Vocabulary): ReadTerm {
  const isNegated = text[start] === "-";
  const from = isNegated ? start + 1 : start;
  if (text[from] === '"') return readPhrase(text, from, isNegated);
  const end = endOfWord(text, from);
  const word = text.slice(from, end);
  if (word === "") return fault(from, "", "a term after the minus sign");
  const quote = word.indexOf('"');
  if (quote !== -1)
    return fault(from + quote, '"', "a space before a quoted phrase, or no quotation mark inside a word");
  const colon = word.indexOf(":");
  if (colon !== -1) return readValues(from, word, colon, isNegated, end, vocabulary);
  if (isBlank(word)) return fault(from, word, "a word that holds more than accents");
  if (!BARE_WORD.test(word))
    return fault(
      from,
      word,
      "a word that does not begin with a minus sign and holds no backslash, or a phrase in quotation marks",
    );
  return { term: { kind: "text", text: word, isNegated }, end };
}

function readPhrase(text: string, start: number, isNegated: boolean): ReadTerm {
  let phrase = "";
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\") at++;
    phrase += text[at] ?? "";
    at++;
  }
  if (at >= text.length) return fault(start, text.slice(start), "a closing quotation mark");
  if (isBlank(phrase)) return fault(start, text.slice(start, at + 1), "a word between the quotation marks");
  const next = text[at + 1];
  if (next !== undefined && !/\s/u.test(next)) return fault(at + 1, next, "a space after the closing quotation mark");
  return { term: { kind: "text", text: phrase, isNegated }, end: at + 1 };
}

function readValues(
  start: number,
  word: string,
  colon: number,
  isNegated: boolean,
  end: number,
  vocabulary: Vocabulary,
): ReadTerm {
  const key = word.slice(0, colon);
  const known = vocabulary.get(key);
  if (known === undefined)
    return fault(start, key, `one of the keys ${[...vocabulary.keys()].join(", ")}; quote a phrase that has a colon`);
  const list = word.slice(colon + 1);
  const first = start + colon + 1;
  if (list.includes(",") && list.includes("&")) {
    return fault(
      first,
      list,
      `either , (any of) or & (all of) in one term; write two terms, such as ${key}:a,b ${key}:c`,
    );
  }
  const match = list.includes("&") ? "all" : "any";
  const values = list.split(match === "all" ? "&" : ",");
  let at = first;
  for (const value of values) {
    if (!VALUE.test(value) || !known.some((entry) => entry.value === value))
      return fault(at, value, expectedValue(key, value, known));
    at += value.length + 1;
  }
  return { term: { kind: "values", key, values: [...new Set(values)], match, isNegated }, end };
}

// What folds to nothing would be found in every text.
function isBlank(text: string): boolean {
  return foldText(text).trim() === "";
}

function expectedValue(key: string, value: string, known: readonly { readonly value: string }[]): string {
  const near = known.find((entry) => entry.value.toLowerCase() === value.toLowerCase());
  return near === undefined
    ? `a value of ${key} (${known.map((entry) => entry.value).join(", ")})`
    : `${near.value}, as the package writes it`;
}

function fault(position: number, found: string, expected: string): { readonly fault: FilterFault } {
  return { fault: { column: position + 1, found, expected } };
}

function skipSpace(text: string, from: number): number {
  const next = text.slice(from).search(/\S/u);
  return next === -1 ? text.length : from + next;
}

function endOfWord(text: string, from: number): number {
  const next = text.slice(from).search(/\s/u);
  return next === -1 ? text.length : from + next;
}

/** Whether a filter already has this very term. */
export function sameTerm(a: Term, b: Term): boolean {
  return printTerm(a) === printTerm(b);
}

/** A term of one key, any of the values. */
export function anyOf(key: string, values: readonly string[], isNegated = false): ValuesTerm {
  return { kind: "values", key, values, match: "any", isNegated };
}
