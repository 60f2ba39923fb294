import { isPrintedDay } from "../dataset/printed-day.ts";
import { type DraftReading, type QueryDraft, readDraft } from "../notebook/query-draft.ts";
import { numberQuestions, type WorkingDraft, type WorkingQuestion } from "../notebook/working-draft.ts";
import { proposedId } from "./propose-meaning.ts";
import { slug } from "./slug.ts";

type Answer = WorkingQuestion["answers"][number];

/** The query that a draft stands for, or every fault that keeps it from being sent: its questions numbered by their places, ids made of words where none are given. */
export function queryOfDraft(file: string, draft: WorkingDraft): DraftReading {
  const numbered = numberQuestions(draft);
  const numberOf = new Map(numbered.map(({ question, number }) => [question.key, number]));
  const variables: string[] = [];
  return readDraft(file, {
    id: draft.packageId || slug(draft.title, "query"),
    number: draft.number,
    title: draft.title,
    requesters: draft.requesters.filter((name) => name.trim() !== ""),
    ...(draft.theme === "" ? {} : { theme: draft.theme }),
    background: draft.background,
    launched: draft.launched,
    deadline: draft.deadline,
    followUpOf: draft.followUpOf,
    addressees: draft.addressees,
    dissemination: draft.dissemination,
    questions: numbered.map(({ question, number }) => ({
      id: number,
      parent: number.includes(".") ? (numberOf.get(question.parent ?? "") ?? "") : "",
      label: question.label || question.wording,
      ...(question.wording === "" ? {} : { wording: question.wording }),
      explanation: question.explanation,
      answers: codesOf(question.answers),
      variables: question.variables.map(({ id, label, codes }) => {
        const own = id || proposedId(label, variables);
        variables.push(own);
        return { id: own, label, codes: codesOf(codes) };
      }),
    })),
  });
}

/** A query as a draft to go on with, such as the follow-up of a package; a question's key is its id. */
export function draftOfQuery(query: QueryDraft): WorkingDraft {
  const plain = ({ code, label, meaning }: Answer): Answer => ({ code, label, meaning });
  return {
    packageId: query.id,
    number: query.number,
    title: query.title,
    requesters: [...query.requesters],
    theme: query.theme === "unknown" ? "" : query.theme,
    background: query.background,
    launched: dayOrNothing(query.launched),
    deadline: dayOrNothing(query.deadline),
    followUpOf: query.followUpOf,
    addressees: query.addressees.map(({ code }) => code),
    dissemination: query.dissemination,
    questions: query.questions.map(({ id, parent, label, wording, explanation, answers, variables }) => ({
      key: id,
      parent: parent === "" ? null : parent,
      label,
      wording,
      explanation,
      answers: answers.map(plain),
      variables: variables.map((own) => ({ id: own.id, label: own.label, codes: own.codes.map(plain) })),
      notes: [],
    })),
  };
}

function codesOf(answers: readonly Answer[]): readonly Answer[] {
  const taken = answers.map(({ code }) => code).filter((code) => code !== "");
  return answers.map(({ code, label, meaning }) => {
    const own = code || proposedId(label, taken);
    if (code === "") taken.push(own);
    return { code: own, label, meaning };
  });
}

function dayOrNothing(text: string): string {
  return text.length === 10 && isPrintedDay(text) ? text : "";
}
