import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import type { Variable } from "../dataset/resources.ts";

/**
 * Whether a state says a code: true, false, or null where the source lets us say neither.
 * An absent code is "no" only where the answer to its question is comparable; a code that the source gives to no one state is unknown of all.
 * An answer speaks only where it is comparable; a code that is there speaks in any case.
 */
export function says(dataset: Dataset, variable: Variable, code: string, respondent: string): boolean | null {
  return saysOfEach(dataset, variable, [code], respondent)[0] ?? null;
}

/** Whether a state says each of these codes, in their order; as `says`. */
export function saysOfEach(
  dataset: Dataset,
  { id, kind, question }: Variable,
  codes: readonly string[],
  respondent: string,
): readonly (boolean | null)[] {
  const index = indexOf(dataset);
  const isKnown = isComparable(index.meaning(question, respondent));
  if (kind === "answer") {
    const { answer } = index.response(question, respondent);
    return codes.map((code) => (isKnown ? answer === code : null));
  }
  const named = new Set(index.observations(id, respondent).map(({ code }) => code));
  return codes.map((code) => {
    if (named.has(code)) return true;
    return isKnown && !index.isNamedForNoOne(id, code) ? false : null;
  });
}
