import { addresseeFaults } from "../../../core/collection/draft-respondents.ts";
import { proposedId, proposedMeaning } from "../../../core/collection/propose-meaning.ts";
import type { Fault } from "../../../core/dataset/fault.ts";
import { type DraftReading, type QueryDraftInput, readDraft } from "../../../core/notebook/query-draft.ts";
import type { DraftForm, FormCode, FormQuestion } from "./draft-form.ts";

type QuestionInput = QueryDraftInput["questions"][number];

/** The draft that is written so far, or what has yet to be mended; ids and codes that were not given are made of the words. */
export function draftOfForm({ facts, questions }: DraftForm): DraftReading {
  const { requesters, followUpOf, theme, id, title, ...others } = facts;
  const lists: string[] = questions.flatMap(({ variables }) =>
    variables.map((list) => list.id).filter((one) => one !== ""),
  );
  const input: QueryDraftInput = {
    ...others,
    title: title.trim(),
    id: id.trim() === "" ? proposedId(title, []) : id.trim(),
    requesters: requesters
      .split(";")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    followUpOf: followUpOf.trim() === "" ? null : followUpOf.trim(),
    ...given({ theme }),
    questions: questions.map((question, i) => questionOf(question, i, lists)),
  };
  const reading = readDraft("", input);
  if (reading.draft === undefined) return reading;
  const unknown = addresseeFaults("", reading.draft);
  return unknown.length > 0 ? { faults: unknown } : reading;
}

/** Where something has to be mended, in words: "Question 2, answer 1". */
export function placeInWords({ column }: Fault): string {
  const [first = "", at = "", part = "", , within] = column.split(".");
  const number = (text: string): number => Number(text) + 1;
  if (first === "addressees") return "Addressees";
  if (first !== "questions") return FACT_WORDS[first] ?? first;
  if (at === "") return "Questions";
  const place = `Question ${number(at)}`;
  const [, , , item = ""] = column.split(".");
  if (part === "answers") return item === "" ? `${place}, answers` : `${place}, answer ${number(item)}`;
  if (part === "variables") return `${place}, list ${number(item)}${within === "codes" ? ", what can be named" : ""}`;
  return part === "" ? place : `${place}, ${part === "id" ? "number" : part}`;
}

const FACT_WORDS: Readonly<Partial<Record<string, string>>> = { id: "Id", title: "Title", followUpOf: "Follow-up of" };

function questionOf(question: FormQuestion, position: number, lists: string[]): QuestionInput {
  const { key: _, id, label, parent, explanation, wording, theme, variable, answers, variables } = question;
  return {
    id: id.trim() === "" ? String(position + 1) : id.trim(),
    label: label.trim(),
    parent,
    explanation,
    ...given({ wording: wording.trim(), theme }),
    variable: given(variable),
    answers: codesOf(answers).map((code) => ({ ...code, meaning: code.meaning ?? proposedMeaning(code.label) })),
    variables: variables.map((list) => {
      const own = list.id === "" ? proposedId(list.label, lists) : list.id;
      if (list.id === "") lists.push(own);
      const codes = codesOf(list.codes).map(({ meaning, ...code }) => ({
        ...code,
        ...(meaning === null ? {} : { meaning }),
      }));
      return { id: own, label: list.label.trim(), ...given({ definition: list.definition }), codes };
    }),
  };
}

// A row in which nothing is written is none.
function codesOf(codes: readonly FormCode[]) {
  const taken = codes.map(({ code }) => code).filter((code) => code !== "");
  return codes
    .filter(({ label }) => label.trim() !== "")
    .map(({ code, label, meaning, definition }) => {
      const own = code === "" ? proposedId(label, taken) : code;
      taken.push(own);
      return { code: own, label: label.trim(), meaning, ...given({ definition: definition.trim() }) };
    });
}

function given<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  // What is left out takes its default.
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")) as Partial<T>;
}
