import type { WorkingDraft, WorkingQuestion } from "../../../core/notebook/working-draft.ts";

/** What can be done with the place of a question: among those beside it, into the one before it, and out of the one that it is part of. */
export type PlaceMove = "up" | "down" | "in" | "out";

/** A question in which nothing is asked yet. */
export function emptyQuestion(key: string, answers: WorkingQuestion["answers"]): WorkingQuestion {
  return { key, parent: null, label: "", wording: "", explanation: "", answers, variables: [], notes: [] };
}

/** The draft with a question's fields changed. */
export function withQuestion(draft: WorkingDraft, key: string, change: Partial<WorkingQuestion>): WorkingDraft {
  return {
    ...draft,
    questions: draft.questions.map((question) => (question.key === key ? { ...question, ...change } : question)),
  };
}

/** The draft without a question; its parts go to where it was. */
export function withoutQuestion(draft: WorkingDraft, key: string): WorkingDraft {
  const gone = draft.questions.find((question) => question.key === key);
  if (gone === undefined) return draft;
  const others = draft.questions.filter((question) => question.key !== key);
  return {
    ...draft,
    questions: others.map((own) => (own.parent === key ? { ...own, parent: gone.parent } : own)),
  };
}

/** The draft with a question moved, its parts with it. The same draft where it cannot be moved so. */
export function moveQuestion(draft: WorkingDraft, key: string, move: PlaceMove): WorkingDraft {
  const { questions } = draft;
  const own = questions.find((question) => question.key === key);
  if (own === undefined) return draft;
  const beside = questions.filter(({ parent }) => parent === own.parent);
  const at = beside.indexOf(own);
  const [before, after] = [beside[at - 1], beside[at + 1]];
  switch (move) {
    case "up":
      return before === undefined ? draft : swapped(draft, own, before);
    case "down":
      return after === undefined ? draft : swapped(draft, own, after);
    case "in":
      return before === undefined ? draft : behind(draft, own, before.key, questions.at(-1) ?? own);
    case "out": {
      const above = questions.find((question) => question.key === own.parent);
      return above === undefined ? draft : behind(draft, own, above.parent, above);
    }
  }
}

/** The draft with a question, and its parts with it, in the place of another, which comes after it. The same draft where that one is part of it. */
export function placeQuestion(draft: WorkingDraft, key: string, target: string): WorkingDraft {
  const own = draft.questions.find((question) => question.key === key);
  const other = draft.questions.find((question) => question.key === target);
  if (own === undefined || other === undefined || isWithin(draft, other, key)) return draft;
  const rest = draft.questions.filter((question) => question !== own);
  return { ...draft, questions: rest.toSpliced(rest.indexOf(other), 0, { ...own, parent: other.parent }) };
}

// Parts follow their question by its key: only the order of those beside each other is told by the list.
function swapped(draft: WorkingDraft, a: WorkingQuestion, b: WorkingQuestion): WorkingDraft {
  const questions = draft.questions.map((question) => (question === a ? b : question === b ? a : question));
  return { ...draft, questions };
}

function behind(draft: WorkingDraft, own: WorkingQuestion, parent: string | null, last: WorkingQuestion): WorkingDraft {
  const rest = draft.questions.filter((question) => question !== own);
  const at = last === own ? rest.length : rest.indexOf(last) + 1;
  return { ...draft, questions: rest.toSpliced(at, 0, { ...own, parent }) };
}

function isWithin(draft: WorkingDraft, question: WorkingQuestion, key: string): boolean {
  if (question.key === key) return true;
  const above = draft.questions.find((other) => other.key === question.parent);
  return above !== undefined && isWithin(draft, above, key);
}
