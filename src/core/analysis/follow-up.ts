import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import type { Meaning } from "../dataset/meanings.ts";
import type { Question, Respondent } from "../dataset/resources.ts";

/** A query laid over the one that it follows up: the same states and the same questions, then and now. */
export interface FollowUp {
  /** Respondents of both, in the order of the later query. */
  readonly states: readonly Respondent[];
  readonly statesOnlyThen: readonly Respondent[];
  readonly statesOnlyNow: readonly Respondent[];
  /** Questions of both, matched by id, in the order of the later query. */
  readonly questions: readonly FollowUpQuestion[];
  readonly questionsOnlyThen: readonly Question[];
  readonly questionsOnlyNow: readonly Question[];
}

export interface FollowUpQuestion {
  readonly before: Question;
  readonly after: Question;
  /** One for each of the states. */
  readonly cells: readonly FollowUpCell[];
  readonly counts: Readonly<Record<FollowUpChange, number>>;
}

/** Silence and remarks are neither the same nor changed: nothing can be said where either answer cannot be compared. */
export type FollowUpChange = "same" | "changed" | "not-comparable";

export interface FollowUpCell {
  readonly respondent: string;
  readonly before: FollowUpAnswer;
  readonly after: FollowUpAnswer;
  readonly change: FollowUpChange;
}

export interface FollowUpAnswer {
  readonly code: string;
  readonly label: string;
  readonly meaning: Meaning;
}

/** Lays a query over the one that it follows up. */
export function layOver(then: Dataset, now: Dataset): FollowUp {
  const [before, after] = [
    new Set(then.respondents.map(({ code }) => code)),
    new Set(now.respondents.map(({ code }) => code)),
  ];
  const states = now.respondents.filter(({ code }) => before.has(code));
  const [earlier, later] = [indexOf(then).questions, indexOf(now).questions];
  const [asked, askedAgain] = [new Map(earlier.map((own) => [own.id, own])), new Set(later.map(({ id }) => id))];
  return {
    states,
    statesOnlyThen: then.respondents.filter(({ code }) => !after.has(code)),
    statesOnlyNow: now.respondents.filter(({ code }) => !before.has(code)),
    questions: later.flatMap((question) => {
      const same = asked.get(question.id);
      return same === undefined ? [] : [layQuestion(then, now, same, question, states)];
    }),
    questionsOnlyThen: earlier.filter(({ id }) => !askedAgain.has(id)),
    questionsOnlyNow: later.filter(({ id }) => !asked.has(id)),
  };
}

function layQuestion(
  then: Dataset,
  now: Dataset,
  before: Question,
  after: Question,
  states: readonly Respondent[],
): FollowUpQuestion {
  const [known, knownNow] = [codesOf(then, before.id), codesOf(now, after.id)];
  const cells = states.map(({ code }): FollowUpCell => {
    const [first, second] = [answerOf(then, before.id, code), answerOf(now, after.id, code)];
    return { respondent: code, before: first, after: second, change: changeOf(first, second, known, knownNow) };
  });
  const count = (change: FollowUpChange): number => cells.filter((cell) => cell.change === change).length;
  const counts = { same: count("same"), changed: count("changed"), "not-comparable": count("not-comparable") };
  return { before, after, cells, counts };
}

// The later query may code in other words: a code that the other does not have at all is taken by its meaning.
function changeOf(
  then: FollowUpAnswer,
  now: FollowUpAnswer,
  known: ReadonlySet<string>,
  knownNow: ReadonlySet<string>,
): FollowUpChange {
  if (!isComparable(then.meaning) || !isComparable(now.meaning)) return "not-comparable";
  if (then.meaning !== now.meaning) return "changed";
  const isRenamed = !knownNow.has(then.code) || !known.has(now.code);
  return then.code === now.code || isRenamed ? "same" : "changed";
}

function answerOf(dataset: Dataset, question: string, respondent: string): FollowUpAnswer {
  const index = indexOf(dataset);
  const { answer } = index.response(question, respondent);
  const { label, meaning } = index.code(index.answerVariable(question).id, answer);
  return { code: answer, label, meaning };
}

function codesOf(dataset: Dataset, question: string): ReadonlySet<string> {
  const index = indexOf(dataset);
  return new Set(index.codesOf(index.answerVariable(question).id).map(({ code }) => code));
}
