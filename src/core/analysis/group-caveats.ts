import type { Dataset } from "../dataset/dataset.ts";
import { type DatasetIndex, indexOf } from "../dataset/dataset-index.ts";
import type { Caveat, Question } from "../dataset/resources.ts";

/** The caveats about one part of a package: the whole, its respondents, or one question with all that is coded of it. */
export interface CaveatGroup {
  readonly kind: "package" | "respondents" | "question";
  /** Null where the group is of no one question. */
  readonly question: Question | null;
  readonly caveats: readonly PlacedCaveat[];
}

export interface PlacedCaveat {
  readonly caveat: Caveat;
  /** What it is about, in words, in the light of its group: "Answer of Belgium", "Platforms monitored: VK". */
  readonly subject: string;
}

type Placed = PlacedCaveat & Pick<CaveatGroup, "kind" | "question">;

/** The caveats of a package by what they are about: the whole first, then respondents, then the questions in order. Groups without any are left out. */
export function groupCaveats(dataset: Dataset): readonly CaveatGroup[] {
  const index = indexOf(dataset);
  const placed = dataset.caveats.map((caveat) => place(dataset, index, caveat));
  const group = (kind: CaveatGroup["kind"], question: Question | null): CaveatGroup => ({
    kind,
    question,
    caveats: placed
      .filter((own) => own.kind === kind && own.question === question)
      .map(({ caveat, subject }) => ({ caveat, subject })),
  });
  return [
    group("package", null),
    group("respondents", null),
    ...index.questions.map((question) => group("question", question)),
  ].filter(({ caveats }) => caveats.length > 0);
}

// The forms are those that validation has let pass, tried in its order.
function place(dataset: Dataset, index: DatasetIndex, caveat: Caveat): Placed {
  const { about } = caveat;
  const { info, questions, variables, respondents, "stated-counts": counts } = dataset;
  const ofQuestion = (id: string, subject: string): Placed =>
    id === ""
      ? { kind: "package", question: null, caveat, subject }
      : { kind: "question", question: index.question(id), caveat, subject };
  if (about === info.name) return ofQuestion("", "The package");
  if (about.startsWith(`${info.name}/`)) {
    const [question = "", respondent = ""] = about.slice(info.name.length + 1).split("/");
    return ofQuestion(question, `Answer of ${index.respondent(respondent).name}`);
  }
  if (about.includes(":")) {
    const [variable = "", code = ""] = about.split(":");
    const { label, question } = index.variable(variable);
    return ofQuestion(question, `${label}: ${index.code(variable, code).label}`);
  }
  if (questions.some(({ id }) => id === about)) return ofQuestion(about, "The question");
  if (variables.some(({ id }) => id === about))
    return ofQuestion(index.variable(about).question, index.variable(about).label);
  const respondent = respondents.find(({ code }) => code === about);
  if (respondent !== undefined) return { kind: "respondents", question: null, caveat, subject: respondent.name };
  const count = counts.find(({ id }) => id === about);
  return ofQuestion(count?.question ?? "", `The source's count “${count?.printed ?? about}”`);
}
