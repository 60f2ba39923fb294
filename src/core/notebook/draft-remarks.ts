import type { Dataset } from "../dataset/dataset.ts";
import { askedBefore, wordSimilarity } from "./already-asked.ts";
import { daysBetween } from "./deadline.ts";
import { type NumberedQuestion, numberQuestions, type WorkingDraft } from "./working-draft.ts";

/** What may be wrong with a draft, and why that matters. The one table of remarks. */
export const DRAFT_REMARKS = {
  "no-title": "A query without a title cannot be sent.",
  "no-questions": "A query needs a question.",
  "many-questions": "States answer short queries: more than five questions are answered late, or in part.",
  "no-addressees": "Nobody is named; the workbook then offers every known state.",
  "no-deadline": "Without a day states do not know by when to answer.",
  "short-deadline": "Less than two weeks leave no time to ask the authorities.",
  "long-deadline": "More than four weeks make answers that no longer fit together.",
  "no-wording": "A question that does not say what is asked cannot be answered.",
  "double-barrelled": "Two questions in one: of an answer it stays unclear which one it is to.",
  "no-explanation-asked": "Yes or no alone tells little: ask to explain, as “please explain” or “if yes, how”.",
  "no-answer-codes": "Without answers to choose from the answers cannot be laid side by side.",
  "no-way-out": "Nobody can say “no information”: silence and no would be mixed.",
  "asked-twice": "Another question of this draft asks much the same.",
  "already-asked": "A query that is loaded asked much the same: cite its answers, or say what is new.",
} as const;

export type DraftRemarkKind = keyof typeof DRAFT_REMARKS;

/** A remark on a draft; it hinders nothing, the analyst decides. */
export interface DraftRemark {
  readonly kind: DraftRemarkKind;
  /** Key of the question that it is about; null where it is about the draft. */
  readonly question: string | null;
  /** What was found, in words: "2.1: “monitor and prevent” …". */
  readonly found: string;
  readonly why: string;
  /** What it rests on in loaded packages, as Refs. */
  readonly evidence: readonly string[];
}

const MOST_QUESTIONS = 5;
const [SHORTEST, LONGEST] = [14, 30];
const ALIKE = 0.75;

/** Checks a draft against the rules of a good query and against what loaded packages asked already: remarks on the draft first, then question by question. */
export function remarkOnDraft(draft: WorkingDraft, packages: readonly Dataset[]): readonly DraftRemark[] {
  const numbered = numberQuestions(draft);
  return [
    ...remarksOnWhole(draft),
    ...numbered.flatMap((own, i) => remarksOnQuestion(own, numbered.slice(0, i), packages)),
  ];
}

function remarksOnWhole({ title, questions, addressees, launched, deadline }: WorkingDraft): readonly DraftRemark[] {
  const days = launched === "" || deadline === "" ? null : daysBetween(launched, deadline);
  const count = questions.length;
  return [
    ...when(title.trim() === "", "no-title", null, "no title"),
    ...when(count === 0, "no-questions", null, "no question"),
    ...when(count > MOST_QUESTIONS, "many-questions", null, `${count} questions, parts included`),
    ...when(addressees.length === 0, "no-addressees", null, "no addressee"),
    ...when(deadline === "", "no-deadline", null, "no day"),
    ...when(days !== null && days < SHORTEST, "short-deadline", null, `${days} days from ${launched} to ${deadline}`),
    ...when(days !== null && days > LONGEST, "long-deadline", null, `${days} days from ${launched} to ${deadline}`),
  ];
}

function remarksOnQuestion(
  { question, number }: NumberedQuestion,
  before: readonly NumberedQuestion[],
  packages: readonly Dataset[],
): readonly DraftRemark[] {
  const { key, label, wording, explanation, answers } = question;
  const asked = wording.trim() === "" ? label : wording;
  const twice = before.find((other) => wordSimilarity(asked, other.question.wording || other.question.label) >= ALIKE);
  const barrels = doubleBarrelled(asked);
  return [
    ...when(asked.trim() === "", "no-wording", key, `${number}: nothing is asked`),
    ...when(barrels !== null, "double-barrelled", key, `${number}: “${barrels}”`),
    ...when(isBareYesNo(asked, explanation), "no-explanation-asked", key, `${number}: “${firstWords(asked)} …”`),
    ...when(answers.length === 0, "no-answer-codes", key, `${number}: no answer to choose`),
    ...when(
      answers.length > 0 && answers.every(({ meaning }) => meaning !== "no-information"),
      "no-way-out",
      key,
      `${number}: ${answers.map((own) => own.label).join(", ")}`,
    ),
    ...when(twice !== undefined, "asked-twice", key, `${number}: as ${twice?.number}`),
    ...askedBefore(asked, packages).map(({ printed, label: old, ref }) =>
      remark("already-asked", key, `${number}: already asked in ${printed} (${old})`, [ref]),
    ),
  ];
}

const QUESTION_WORD =
  "(?:how|what|which|who|whom|when|where|why|whether|if so|do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)";
const SECOND_QUESTION = new RegExp(`\\b(?:and|or|as well as)\\s*/?\\s*(?:also\\s+)?${QUESTION_WORD}\\b[^?]{0,40}`, "i");
const JOINED_VERBS = /\b\w+\s+(?:and|and\/or)\s+\w+\s+(?:the|a|an|your|their|its|any)\b/i;

/** The place where a question turns into two; null where it is one. A part that asks to explain is no second question. */
function doubleBarrelled(wording: string): string | null {
  const plain = wording.replaceAll(/(?:if (?:so|yes|no|not)|please)\b[^.?]*[.?]?/gi, " ");
  const marks = plain.match(/[^?]+\?/g) ?? [];
  if (marks.length > 1) return firstWords(marks[1]?.trim() ?? "");
  return SECOND_QUESTION.exec(plain)?.[0].trim() ?? JOINED_VERBS.exec(plain)?.[0] ?? null;
}

const YES_NO = /^(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may)\b/i;
const ASKS_MORE =
  /\b(?:explain|describe|specify|elaborate|details?|give reasons|why|how|which|what|if (?:so|yes|not|no))\b/i;

function isBareYesNo(wording: string, explanation: string): boolean {
  return YES_NO.test(wording.trim()) && !ASKS_MORE.test(`${wording} ${explanation}`);
}

function firstWords(text: string): string {
  return text.trim().split(/\s+/).slice(0, 6).join(" ");
}

function when(holds: boolean, kind: DraftRemarkKind, question: string | null, found: string): readonly DraftRemark[] {
  return holds ? [remark(kind, question, found, [])] : [];
}

function remark(
  kind: DraftRemarkKind,
  question: string | null,
  found: string,
  evidence: readonly string[],
): DraftRemark {
  return { kind, question, found, why: DRAFT_REMARKS[kind], evidence };
}
