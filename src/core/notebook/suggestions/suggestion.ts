import type { Dataset } from "../../dataset/dataset.ts";
import { responseRef } from "../../dataset/ref.ts";
import { sha256 } from "../../dataset/sha256.ts";

/** What a rule found in the data that is worth asking about. */
export interface FoundDoubt {
  /** The question to ask, to be accepted, edited or dismissed. */
  readonly title: string;
  /** Why it is worth asking, in a sentence or two. */
  readonly explanation: string;
  /** What it rests on, as Refs. */
  readonly evidence: readonly string[];
  /** Codes of the states to ask, in the dataset's order. */
  readonly respondents: readonly string[];
  /** Ids of the questions that it is about, in the query's order. */
  readonly questions: readonly string[];
}

export interface Suggestion extends FoundDoubt {
  /** Made of the evidence: the same evidence has the same id on every machine, and other evidence another. */
  readonly id: string;
  /** Id of the rule that found it. */
  readonly rule: string;
}

/** A doubt as the suggestion of a rule. */
export function suggestionOf(rule: string, doubt: FoundDoubt): Suggestion {
  return { id: `${rule}-${sha256(evidenceKey(doubt)).slice(0, 16)}`, rule, ...doubt };
}

/** The same for the same evidence, in whatever order it was found. */
export function evidenceKey({ evidence }: Pick<FoundDoubt, "evidence">): string {
  return JSON.stringify([...new Set(evidence)].sort());
}

/** The Refs of what these states answered to a question. */
export function responseRefs(dataset: Dataset, question: string, respondents: readonly string[]): readonly string[] {
  return respondents.map((respondent) => responseRef(dataset, question, respondent));
}

/** Codes in the dataset's order, each once. */
export function inDatasetOrder(dataset: Dataset, respondents: readonly string[]): readonly string[] {
  return dataset.respondents.map(({ code }) => code).filter((code) => respondents.includes(code));
}
