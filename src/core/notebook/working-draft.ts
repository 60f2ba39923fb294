import { z } from "zod";
import { MEANING_ORDER } from "../dataset/meanings.ts";

const text = z.string().max(10_000);
const line = z.string().max(500);
const key = z.string().min(1).max(60);

const answerSchema = z.strictObject({ code: line, label: line, meaning: z.enum(MEANING_ORDER) });

const variableSchema = z.strictObject({ id: line, label: line, codes: z.array(answerSchema).max(200) });

const questionSchema = z.strictObject({
  /** Names the question while it is moved about; its number follows from its place. */
  key,
  /** Key of the question that it is part of. */
  parent: key.nullable(),
  label: line,
  wording: text,
  explanation: text,
  answers: z.array(answerSchema).max(200),
  variables: z.array(variableSchema).max(50),
  /** Ids of the notes that it was made from. */
  notes: z.array(z.uuid()).max(100),
});

/** The next query while it is being written, so that nearly everything may still be empty. It becomes a QueryDraft when it is complete. */
export const workingDraftSchema = z.strictObject({
  /** Id of the package that the answers will become; empty = made of the title. */
  packageId: z.string().max(200),
  number: line,
  title: line,
  requesters: z.array(line).max(50),
  theme: line,
  background: z.string().max(100_000),
  /** Days, or empty. */
  launched: z.union([z.iso.date(), z.literal("")]),
  deadline: z.union([z.iso.date(), z.literal("")]),
  followUpOf: z.string().min(1).max(200).nullable(),
  /** Codes of states. */
  addressees: z.array(z.string().min(1).max(20)).max(300),
  dissemination: text,
  questions: z.array(questionSchema).max(500),
});

/** A draft as the notebook keeps it. */
export const keptDraftSchema = z.strictObject({
  id: z.uuid(),
  /** Goes up by one with every change; a change says which one it was based on. */
  revision: z.int().min(1),
  changed: z.iso.datetime(),
  /** When the draft was put in the trash; null while it is not. */
  deleted: z.iso.datetime().nullable(),
  draft: workingDraftSchema,
});

export type WorkingDraft = Readonly<z.infer<typeof workingDraftSchema>>;
export type KeptDraft = Readonly<z.infer<typeof keptDraftSchema>>;

/** A draft in which nothing is written yet. */
export const EMPTY_DRAFT: WorkingDraft = {
  packageId: "",
  number: "",
  title: "",
  requesters: [],
  theme: "",
  background: "",
  launched: "",
  deadline: "",
  followUpOf: null,
  addressees: [],
  dissemination: "",
  questions: [],
};

export type WorkingQuestion = Readonly<WorkingDraft["questions"][number]>;
/** A question with its number, such as 2.1, and how deep it is nested. */
export interface NumberedQuestion {
  readonly question: WorkingQuestion;
  readonly number: string;
  readonly depth: number;
}

/** The questions in the order in which they are asked, each followed by its parts. One whose parent is not there, or is its own part, stands on its own. */
export function numberQuestions({ questions }: Pick<WorkingDraft, "questions">): readonly NumberedQuestion[] {
  const parents = new Map(questions.map((question) => [question.key, parentOf(questions, question)]));
  const below = (parent: string | null, before: string, depth: number): readonly NumberedQuestion[] =>
    questions
      .filter((question) => parents.get(question.key) === parent)
      .flatMap((question, i) => {
        const number = `${before}${i + 1}`;
        return [{ question, number, depth }, ...below(question.key, `${number}.`, depth + 1)];
      });
  return below(null, "", 0);
}

function parentOf(questions: readonly WorkingQuestion[], { key: own, parent }: WorkingQuestion): string | null {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const seen = new Set([own]);
  for (let above = parent; above !== null; above = byKey.get(above)?.parent ?? null) {
    if (seen.has(above) || !byKey.has(above)) return null;
    seen.add(above);
  }
  return parent;
}
