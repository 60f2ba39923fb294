import type { GridCell } from "../dataset/grid.ts";
import { shortened } from "../dataset/in-words.ts";
import { MEANING_ORDER, type Meaning } from "../dataset/meanings.ts";
import { ANSWERED, beginningAnswer, type KnownAnswer, knownAnswer, NO_ANSWER } from "./answer-words.ts";
import { slug, uniqueId } from "./slug.ts";
import { cellText, splitCodes, valueKey } from "./wide-grid.ts";
import type { MappedCode, MappedList, MappedQuestion } from "./wide-mapping.ts";

/** How a question's answers are read: its codes with the texts that stand for them. */
export type AnswerCodes = Pick<MappedQuestion, "reads" | "codes" | "otherwise">;

/** Codes for the distinct texts of a column of answers: known words with their meaning, all others as remarks, and always a code for silence. */
export function answerCodes(texts: readonly string[]): readonly MappedCode[] {
  return inMeaningOrder(withSilence(withTexts([], texts, knownAnswer)));
}

/** The codes, and behind them new ones for texts that none of them stands for yet. */
export function furtherAnswerCodes(codes: readonly MappedCode[], texts: readonly string[]): readonly MappedCode[] {
  const further = withTexts(codes, texts, knownAnswer);
  return texts.some((text) => text.trim() === "") ? withSilence(further) : further;
}

/** Codes for a column of answers: each whole text, or where some go on at length behind the answer ("Yes. Since 2015 …"), how they begin. */
export function fixedCodes(texts: readonly string[]): AnswerCodes {
  const begins = texts.some((text) => isExplained(text));
  const codes = answerCodes(begins ? texts.map(begun) : texts);
  return { reads: begins ? "beginning" : "whole", codes, otherwise: null };
}

const LONG_ANSWER = 40;

function isExplained(text: string): boolean {
  return text.trim().length > LONG_ANSWER && begun(text) !== text;
}

/** The answer that a text begins with and goes on to explain; the text itself where it is an answer or begins with none. */
export function begun(text: string): string {
  return knownAnswer(text) === null ? (beginningAnswer(text)?.value ?? text) : text;
}

/** Codes for a question that is answered in words alone: by the answer that the texts begin with where most of them do so, else that it was answered at all. What its lists say instead of naming something ("n/a") counts too. */
export function wordCodes(texts: readonly string[], lists: readonly string[] = []): AnswerCodes {
  const filled = texts.filter((text) => text.trim() !== "");
  const beginnings = filled.flatMap((text) => beginningAnswer(text) ?? []);
  const begins = beginnings.length >= 2 && beginnings.length * 2 >= filled.length;
  const whole = [...filled, ...lists.filter(namesNothing)].filter((text) => knownAnswer(text) !== null);
  const values = begins ? [...beginnings.map(({ value }) => value), ...whole] : whole;
  const codes = withTexts([], values, meantBy);
  const answered: MappedCode = { ...ANSWERED, definition: "Answered in words that name no fixed answer.", values: [] };
  return {
    reads: begins ? "beginning" : "whole",
    codes: inMeaningOrder(withSilence([...codes, answered])),
    otherwise: ANSWERED.code,
  };
}

/** Codes for the parts of a column of lists; whole cells that say that there is nothing, or that nothing is known, name no code. */
export function listCodes(
  texts: readonly string[],
  separator: string,
  known: readonly MappedCode[] = [],
): Pick<MappedList, "codes" | "none"> {
  const none = texts.filter((text) => namesNothing(text));
  const parts = texts.filter((text) => !namesNothing(text)).flatMap((text) => splitCodes(text, separator));
  const codes = withTexts(known, parts, () => null).map((code) => ({ ...code, meaning: "neutral" as const }));
  return { codes, none: distinct(none.filter((text) => text.trim() !== "")) };
}

function namesNothing(text: string): boolean {
  const meaning = knownAnswer(text)?.meaning;
  return meaning !== undefined && meaning !== "affirmative" && meaning !== "partial";
}

// "No, not available" is no information, though "No" alone is not.
function meantBy(text: string): KnownAnswer | null {
  return knownAnswer(text) ?? beginningAnswer(text)?.answer ?? null;
}

// Texts that differ in case, accents or the mark at their end alone are one answer.
function withTexts(
  known: readonly MappedCode[],
  texts: readonly string[],
  knownOf: (text: string) => KnownAnswer | null,
): readonly MappedCode[] {
  const codes = [...known];
  const places = new Map(codes.flatMap((code, i) => code.values.map((value) => [valueKey(value), i] as const)));
  const groups = new Map(codes.flatMap((code, i) => code.values.map((value) => [groupKey(value), i] as const)));
  for (const text of distinct(texts)) {
    if (places.has(valueKey(text)) || text.trim() === "") continue;
    const answer = knownOf(text);
    const own = codes.findIndex(({ code }) => code === answer?.code);
    const at = own >= 0 ? own : (groups.get(groupKey(text)) ?? codes.length);
    const before = codes[at] ?? newCode(text, answer, codes);
    codes[at] = { ...before, values: [...before.values, text] };
    places.set(valueKey(text), at);
    groups.set(groupKey(text), at);
  }
  return codes;
}

function groupKey(text: string): string {
  return valueKey(text).replace(/[.,;:!]+$/, "");
}

function newCode(text: string, answer: KnownAnswer | null, codes: readonly MappedCode[]): MappedCode {
  if (answer !== null) return { ...answer, definition: "", values: [] };
  const label = text.replace(/\s+/g, " ").trim();
  const code = uniqueId(slug(label, "code"), (id) => codes.some((other) => other.code === id));
  const meaning = beginningAnswer(text)?.answer.meaning ?? "neutral";
  return { code, label: asLabel(label), meaning, definition: "", values: [] };
}

function withSilence(codes: readonly MappedCode[]): readonly MappedCode[] {
  if (codes.some(({ values }) => values.includes(""))) return codes;
  const silent = codes.find(({ code }) => code === NO_ANSWER.code);
  if (silent === undefined)
    return [...codes, { ...NO_ANSWER, definition: "The table has no answer here.", values: [""] }];
  return codes.map((code) => (code === silent ? { ...code, values: ["", ...code.values] } : code));
}

function inMeaningOrder(codes: readonly MappedCode[]): readonly MappedCode[] {
  const rank = (meaning: Meaning): number => MEANING_ORDER.indexOf(meaning);
  return [...codes].sort((a, b) => rank(a.meaning) - rank(b.meaning));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [valueKey(text), text.trim()] as const)).values()];
}

/** The texts of cells that can be answers: a date or an error where an answer is expected is none to be coded, and is left to become a fault. */
export function textsOf(cells: readonly GridCell[]): readonly string[] {
  return cells.filter(({ kind }) => kind !== "date" && kind !== "error" && kind !== "merged").map(cellText);
}

const LONGEST_LABEL = 70;

/** A text as a label, cut where it is too long for one. */
export function asLabel(text: string): string {
  return shortened(text, LONGEST_LABEL);
}
