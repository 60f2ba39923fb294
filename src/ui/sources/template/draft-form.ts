import type { Meaning } from "../../../core/dataset/meanings.ts";
import type { Addressee, DraftCode, DraftQuestion, QueryDraft } from "../../../core/notebook/query-draft.ts";

/** A draft while it is being written: an empty text stands for whatever is made of the others. */
export interface DraftForm {
  readonly facts: DraftFacts;
  readonly questions: readonly FormQuestion[];
}

export interface DraftFacts
  extends Omit<QueryDraft, "format" | "formatVersion" | "questions" | "followUpOf" | "addressees" | "requesters"> {
  /** Divided by semicolons. */
  readonly requesters: string;
  readonly followUpOf: string;
  readonly addressees: readonly Addressee[];
}

export interface FormQuestion extends Omit<DraftQuestion, "answers" | "variables"> {
  /** Names the question while its id is still being typed. */
  readonly key: number;
  readonly answers: readonly FormCode[];
  readonly variables: readonly FormList[];
}

export interface FormCode extends Omit<DraftCode, "meaning"> {
  /** Null while it is what the label's words propose. */
  readonly meaning: Meaning | null;
}

export interface FormList {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly codes: readonly FormCode[];
}

export type FormAction =
  | { readonly kind: "load"; readonly form: DraftForm }
  | { readonly kind: "facts"; readonly facts: Partial<DraftFacts> }
  | { readonly kind: "add" }
  | { readonly kind: "change"; readonly question: FormQuestion }
  | { readonly kind: "remove"; readonly key: number }
  | { readonly kind: "move"; readonly key: number; readonly by: -1 | 1 };

const NO_FACTS: DraftFacts = {
  id: "",
  number: "",
  title: "",
  requesters: "",
  theme: "",
  background: "",
  launched: "",
  deadline: "",
  followUpOf: "",
  addressees: [],
  dissemination: "",
};

/** An answer, or a thing to name, of which nothing is known but its label. */
export function newCode(label: string, meaning: Meaning | null = null): FormCode {
  return { code: "", label, meaning, definition: "" };
}

/** A draft of which nothing is written yet, with one question to begin with. */
export const EMPTY_FORM: DraftForm = { facts: NO_FACTS, questions: [newQuestion(0)] };

/** The key of the next question that is added. */
export function nextKey({ questions }: DraftForm): number {
  return Math.max(-1, ...questions.map(({ key }) => key)) + 1;
}

/** What is written after an action. */
export function reduceForm(form: DraftForm, action: FormAction): DraftForm {
  const { questions } = form;
  switch (action.kind) {
    case "load":
      return action.form;
    case "facts":
      return { ...form, facts: { ...form.facts, ...action.facts } };
    case "add":
      return { ...form, questions: [...questions, newQuestion(nextKey(form))] };
    case "change":
      return { ...form, questions: questions.map((one) => (one.key === action.question.key ? action.question : one)) };
    case "remove":
      return { ...form, questions: questions.filter(({ key }) => key !== action.key) };
    case "move":
      return { ...form, questions: moved(questions, action.key, action.by) };
  }
}

/** A draft as it is edited. */
export function formOfDraft(draft: QueryDraft): DraftForm {
  const { format: _, formatVersion: __, questions, requesters, followUpOf, ...facts } = draft;
  return {
    facts: { ...facts, requesters: requesters.join("; "), followUpOf: followUpOf ?? "" },
    questions: questions.map((question, key) => ({
      ...question,
      key,
      wording: unlike(question.wording, question.label),
    })),
  };
}

function newQuestion(key: number): FormQuestion {
  const variable = { id: "", label: "", definition: "" };
  const answers = [newCode(""), newCode("")];
  return {
    key,
    id: "",
    parent: "",
    label: "",
    wording: "",
    explanation: "",
    theme: "",
    variable,
    answers,
    variables: [],
  };
}

function moved(questions: readonly FormQuestion[], key: number, by: -1 | 1): readonly FormQuestion[] {
  const from = questions.findIndex((question) => question.key === key);
  const question = questions[from];
  if (question === undefined || questions[from + by] === undefined) return questions;
  return questions.toSpliced(from, 1).toSpliced(from + by, 0, question);
}

function unlike(text: string, other: string): string {
  return text === other ? "" : text;
}
