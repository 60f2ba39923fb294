import { countWord, listInWords } from "../../analysis/words.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { indexOf } from "../../dataset/dataset-index.ts";
import type { Meaning } from "../../dataset/meanings.ts";
import { type FoundDoubt, responseRefs } from "./suggestion.ts";

/** Of each question, the states that say they have no information. */
export function findGaps(dataset: Dataset): readonly FoundDoubt[] {
  return findMeaning(dataset, "no-information", (label, who, count, of) => ({
    title: `${label}: what has become known since, where there was no information?`,
    explanation: `${capital(countWord(count))} of ${of} states ${count === 1 ? "says it has" : "say they have"} no information: ${who}. That is no "no".`,
  }));
}

/** Of each question, the states of which the source says nothing. */
export function findUnmentioned(dataset: Dataset): readonly FoundDoubt[] {
  return findMeaning(dataset, "not-mentioned", (label, who, count, of) => ({
    title: `${label}: what is the position of the states that the source does not mention?`,
    explanation: `The source does not say what ${countWord(count)} of ${of} states answered: ${who}. That is no "no".`,
  }));
}

type Words = (label: string, who: string, count: number, of: number) => Pick<FoundDoubt, "title" | "explanation">;

function findMeaning(dataset: Dataset, meaning: Meaning, words: Words): readonly FoundDoubt[] {
  const index = indexOf(dataset);
  return index.questions.flatMap(({ id, label }) => {
    const all = dataset.respondents.map(({ code }) => code).filter((code) => index.hasResponse(id, code));
    const respondents = all.filter((code) => index.meaning(id, code) === meaning);
    if (respondents.length === 0) return [];
    const said = words(label, listInWords(respondents), respondents.length, all.length);
    return [{ ...said, evidence: responseRefs(dataset, id, respondents), respondents, questions: [id] }];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
