import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../dataset/meanings.ts";
import type { Variable } from "../dataset/resources.ts";
import { saysOfEach } from "./says.ts";

/** Who says a code, who denies it, and of whom nothing can be said; each respondent stands in one of the three. */
export interface CodeTally {
  readonly code: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly unknown: readonly string[];
}

/** Respondents whose answer to a question cannot be compared, for one reason. */
export interface MissingPart {
  readonly meaning: MissingMeaning;
  readonly respondents: readonly string[];
}

/** The meanings that the table of meanings calls not comparable. */
export type MissingMeaning = {
  readonly [M in Meaning]: (typeof MEANINGS)[M]["isComparable"] extends false ? M : never;
}[Meaning];

/** What more respondents say than anything else. */
export type Majority =
  /** An answer that more give than any other. */
  | { readonly kind: "answer"; readonly code: string; readonly count: number; readonly of: number }
  /** Codes that more name than do not; on the tied ones there is no majority. */
  | { readonly kind: "codes"; readonly named: readonly string[]; readonly tied: readonly string[] }
  /** Several answers share the first place: there is no majority. */
  | { readonly kind: "tie"; readonly codes: readonly string[]; readonly count: number; readonly of: number }
  /** Nothing can be compared. */
  | { readonly kind: "none" };

/** What states say of a variable, code by code: its codes in codebook order, those of answers that can be compared, or that the source gives to anyone. */
export interface Sayings {
  readonly codes: readonly string[];
  /** True, false, or null where nothing can be said, for each of the codes. */
  readonly of: (respondent: string) => readonly (boolean | null)[];
}

/** Reads what states say of a variable, each state once. */
export function sayingsOf(dataset: Dataset, variable: Variable): Sayings {
  const index = indexOf(dataset);
  const codes = index
    .codesOf(variable.id)
    .filter(({ code, meaning }) =>
      variable.kind === "answer" ? isComparable(meaning) : !index.isNamedForNoOne(variable.id, code),
    )
    .map(({ code }) => code);
  const known = new Map<string, readonly (boolean | null)[]>();
  const of = (respondent: string): readonly (boolean | null)[] => {
    const said = known.get(respondent) ?? saysOfEach(dataset, variable, codes, respondent);
    known.set(respondent, said);
    return said;
  };
  return { codes, of };
}

/** Counts states code by code. */
export function tallyOf({ codes, of }: Sayings, respondents: readonly string[]): readonly CodeTally[] {
  return codes.map((code, i) => {
    const having = (value: boolean | null): readonly string[] =>
      respondents.filter((respondent) => of(respondent)[i] === value);
    return { code, yes: having(true), no: having(false), unknown: having(null) };
  });
}

/** The respondents whose answer to a question cannot be compared, by what it says, in the order of meanings. */
export function missingOf(dataset: Dataset, question: string, respondents: readonly string[]): readonly MissingPart[] {
  const index = indexOf(dataset);
  return MEANING_ORDER.filter(isMissing)
    .map((meaning) => ({
      meaning,
      respondents: respondents.filter((respondent) => index.meaning(question, respondent) === meaning),
    }))
    .filter((part) => part.respondents.length > 0);
}

/** The majority in a tally. Answers compete with each other; of codes each is a question of its own. */
export function majorityOf(kind: Variable["kind"], tally: readonly CodeTally[]): Majority {
  return kind === "answer" ? majorityAnswer(tally) : majorityCodes(tally);
}

/** What a majority says, code by code: true, false, or null where it says nothing. */
export function majoritySays(tally: readonly CodeTally[], majority: Majority): readonly (boolean | null)[] {
  switch (majority.kind) {
    case "answer":
      return tally.map(({ code }) => code === majority.code);
    case "codes":
      return tally.map((own) => (own.yes.length === own.no.length ? null : majority.named.includes(own.code)));
    default:
      return tally.map(() => null);
  }
}

function majorityAnswer(tally: readonly CodeTally[]): Majority {
  const of = tally.reduce((sum, { yes }) => sum + yes.length, 0);
  const count = Math.max(0, ...tally.map(({ yes }) => yes.length));
  const [code, ...others] = tally.filter(({ yes }) => yes.length === count).map((own) => own.code);
  if (count === 0 || code === undefined) return { kind: "none" };
  return others.length === 0
    ? { kind: "answer", code, count, of }
    : { kind: "tie", codes: [code, ...others], count, of };
}

function majorityCodes(tally: readonly CodeTally[]): Majority {
  const known = tally.filter(({ yes, no }) => yes.length + no.length > 0);
  if (known.length === 0) return { kind: "none" };
  return {
    kind: "codes",
    named: known.filter(({ yes, no }) => yes.length > no.length).map(({ code }) => code),
    tied: known.filter(({ yes, no }) => yes.length === no.length).map(({ code }) => code),
  };
}

function isMissing(meaning: Meaning): meaning is MissingMeaning {
  return !MEANINGS[meaning].isComparable;
}
