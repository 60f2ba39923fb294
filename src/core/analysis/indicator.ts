import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import { says } from "./says.ts";

/** A code of a variable taken as a yes or no of each state: 1 where it says so, 0 where it does not, null where nothing can be said. */
export interface Indicator {
  readonly variable: string;
  readonly code: string;
  /** What an analyst calls it; null for a name made of variable and code. */
  readonly name: string | null;
}

/** The value of an indicator for a state, by the rule for absent codes (`says`). */
export function indicatorValue(dataset: Dataset, { variable, code }: Indicator, respondent: string): 0 | 1 | null {
  const said = says(dataset, indexOf(dataset).variable(variable), code, respondent);
  return said === null ? null : said ? 1 : 0;
}

/** The codes that can be an indicator: answers that can be compared, and codes that the source gives to anyone; in the query's order. */
export function possibleIndicators(dataset: Dataset): readonly Indicator[] {
  const index = indexOf(dataset);
  return index.questions
    .flatMap(({ id }) => index.variablesOf(id))
    .flatMap(({ id, kind }) =>
      index
        .codesOf(id)
        .filter(({ code, meaning }) => (kind === "answer" ? isComparable(meaning) : !index.isNamedForNoOne(id, code)))
        .map(({ code }) => ({ variable: id, code, name: null })),
    );
}

/** Names for indicators that both R's QCA package and fsQCA take: capital letters and digits, a letter first, each its own. */
export function indicatorNames(indicators: readonly Indicator[]): readonly string[] {
  const names: string[] = [];
  for (const { name, variable, code } of indicators) {
    const plain = (name ?? `${variable}${code}`).toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
    const own = /^[A-Z]/.test(plain) ? plain : `V${plain}`;
    const isTaken = (candidate: string): boolean => names.includes(candidate);
    const further = Array.from(names, (_, i) => `${own}X${i + 2}`).find((candidate) => !isTaken(candidate));
    names.push(isTaken(own) ? (further ?? own) : own);
  }
  return names;
}
