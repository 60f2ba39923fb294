import type { Dataset } from "../dataset/dataset.ts";
import { evaluate, namedQuestions, selectedRespondents } from "../query/evaluate.ts";
import type { Filter } from "../query/filter.ts";
import { describeFilterFault, parseFilter } from "../query/filter-text.ts";
import { vocabularyOf } from "../query/vocabulary.ts";

export type Tension = Dataset["tensions"][number];

/** A tension that the package declares, with the states whose answers are in it. */
export interface FoundTension {
  readonly tension: Tension;
  /** When it holds, as a filter. */
  readonly filter: Filter;
  /** Codes of the states, in the dataset's order; empty where it holds of none. */
  readonly respondents: readonly string[];
  /** Ids of the questions that it is about, in the query's order. */
  readonly questions: readonly string[];
}

/** Finds every declared tension among the answers, in the order of the package, those that hold of no state included. Filters in a package are checked when it is opened. */
export function findTensions(dataset: Dataset): readonly FoundTension[] {
  return dataset.tensions.map((tension) => {
    const { filter, fault } = parseFilter(tension.when, vocabularyOf(dataset));
    if (filter === undefined) throw new Error(describeFilterFault(fault, tension.when));
    const respondents = selectedRespondents(dataset, evaluate(dataset, filter, "states")).map(({ code }) => code);
    return { tension, filter, respondents, questions: namedQuestions(dataset, filter) };
  });
}

/** The question that a tension gives rise to, put to one state by its name. */
export function followUpTo(dataset: Dataset, { follow_up }: Tension, respondent: string): string {
  const name = dataset.respondents.find(({ code }) => code === respondent)?.name ?? respondent;
  return follow_up.replaceAll("{respondent}", name);
}
