import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { parseRef, type Ref } from "../dataset/ref.ts";
import type { Note } from "./note.ts";
import type { WorkingDraft, WorkingQuestion } from "./working-draft.ts";

/** The answers that a question begins with where nothing better is known. */
export const USUAL_ANSWERS: WorkingQuestion["answers"] = [
  { code: "yes", label: "Yes", meaning: "affirmative" },
  { code: "no", label: "No", meaning: "negative" },
  { code: "no-information", label: "No information", meaning: "no-information" },
];

const SHORT = 60;

/** A draft with a question made of a note behind the others: its title is asked, its text explains, and whoever it is addressed to is addressed. The answers are those of the question that it cites, where a dataset has that. */
export function withQuestionOfNote(
  draft: WorkingDraft,
  note: Note,
  key: string,
  datasets: readonly Dataset[],
): WorkingDraft {
  const question: WorkingQuestion = {
    key,
    parent: null,
    label: shortened(note.title),
    wording: note.title,
    explanation: note.body.slice(0, 10_000),
    answers: answersFor(note, datasets),
    variables: [],
    notes: [note.id],
  };
  const addressees = [...new Set([...draft.addressees, ...note.addressees])];
  return { ...draft, addressees, questions: [...draft.questions, question] };
}

function answersFor({ links }: Note, datasets: readonly Dataset[]): WorkingQuestion["answers"] {
  for (const link of links) {
    const ref = parseRef(link.ref);
    const dataset = datasets.find(({ info }) => info.name === ref?.packageId);
    const question = ref === null || dataset === undefined ? null : questionBehind(dataset, ref);
    if (dataset === undefined || question === null) continue;
    const index = indexOf(dataset);
    return index
      .codesOf(index.answerVariable(question).id)
      .map(({ code, label, meaning }) => ({ code, label, meaning }));
  }
  return [...USUAL_ANSWERS];
}

function questionBehind(dataset: Dataset, ref: Ref): string | null {
  const has = (id: string): string | null => (dataset.questions.some((own) => own.id === id) ? id : null);
  if (ref.kind === "response") return has(ref.question);
  return ref.kind === "question" ? has(ref.id) : null;
}

// Cut between words, so that a heading can be read.
function shortened(title: string): string {
  if (title.length <= SHORT) return title;
  const cut = title.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), SHORT / 2))} …`;
}
