import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import type { Variable } from "../dataset/resources.ts";

/**
 * Whether a state says a code: true, false, or null where the source lets us say neither.
 * An absent code is "no" only where the answer to its question is comparable; a code that the source gives to no one state is unknown of all.
 * An answer speaks only where it is comparable; a code that is there speaks in any case.
 */
export function says(
  dataset: Dataset,
  { id, kind, question }: Variable,
  code: string,
  respondent: string,
): boolean | null {
  const index = indexOf(dataset);
  const isSaid =
    kind === "answer"
      ? index.response(question, respondent).answer === code
      : index.observations(id, respondent).some((observation) => observation.code === code);
  if (isComparable(index.meaning(question, respondent))) return index.isNamedForNoOne(id, code) ? null : isSaid;
  return kind === "multiple" && isSaid ? true : null;
}
