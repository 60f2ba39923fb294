import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import type { Code } from "../dataset/resources.ts";

/** Which codes of a variable occur together. Every respondent asked about stands in exactly one of `combinations`, `none` and `unknown`. */
export interface CodeCombinations {
  /** The codes in codebook order, each with the respondents that have it; codes that the source gives to no one state are left out. */
  readonly codes: readonly { readonly code: Code; readonly respondents: readonly string[] }[];
  /** Each set of codes that a respondent has and nothing beside it: the largest group first, equal groups in codebook order. */
  readonly combinations: readonly CodeCombination[];
  /** Respondents whose answer can be compared and who have none of the codes. */
  readonly none: readonly string[];
  /** Respondents of whom it is not known, as their answer cannot be compared. */
  readonly unknown: readonly string[];
}

export interface CodeCombination {
  readonly codes: readonly string[];
  readonly respondents: readonly string[];
}

/** Groups respondents by exactly which codes of a variable they have: what an UpSet plot shows (Lex et al. 2014). */
export function codeCombinations(dataset: Dataset, variable: string, respondents: readonly string[]): CodeCombinations {
  const index = indexOf(dataset);
  const { question, kind } = index.variable(variable);
  const codes = index.codesOf(variable).filter(({ code }) => !index.isNamedForNoOne(variable, code));
  const held = (respondent: string): ReadonlySet<string> =>
    new Set(
      kind === "answer"
        ? [index.response(question, respondent).answer]
        : index.observations(variable, respondent).map(({ code }) => code),
    );
  const all = respondents.map((respondent) => ({ respondent, held: held(respondent) }));
  const groups = new Map<string, CodeCombination & { readonly respondents: string[] }>();
  for (const { respondent, held } of all) {
    if (held.size === 0) continue;
    const positions = codes.flatMap(({ code }, i) => (held.has(code) ? [i] : []));
    const key = positions.map((i) => String(i).padStart(5, "0")).join(" ");
    const group = groups.get(key) ?? {
      codes: codes.filter((_, i) => positions.includes(i)).map(({ code }) => code),
      respondents: [],
    };
    group.respondents.push(respondent);
    groups.set(key, group);
  }
  const bare = all.filter(({ held }) => held.size === 0).map(({ respondent }) => respondent);
  const isKnown = (respondent: string): boolean => isComparable(index.meaning(question, respondent));
  return {
    codes: codes.map((code) => ({
      code,
      respondents: all.filter(({ held }) => held.has(code.code)).map(({ respondent }) => respondent),
    })),
    combinations: [...groups]
      .sort(([a, { respondents: left }], [b, { respondents: right }]) => right.length - left.length || (a < b ? -1 : 1))
      .map(([, group]) => group),
    none: bare.filter(isKnown),
    unknown: bare.filter((respondent) => !isKnown(respondent)),
  };
}
