import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../dataset/meanings.ts";
import type { Code, Variable } from "../dataset/resources.ts";
import type { Term } from "../query/filter.ts";
import { anyOf } from "../query/filter-text.ts";
import { keyLabel, vocabularyOf } from "../query/vocabulary.ts";
import { says } from "./says.ts";

/** One side of a cross-tabulation: an answer, a multiple variable, one code of either as yes or no, or a property of the states. */
export interface Axis {
  readonly key: string;
  readonly label: string;
  readonly values: readonly AxisValue[];
  /** Codes that the source gives to no one state, of which nothing can be counted. */
  readonly noStateGiven: readonly string[];
  /** Whether a state can stand under several values. */
  readonly isMultiple: boolean;
}

export interface AxisValue {
  readonly id: string;
  readonly label: string;
  /** Missing is neither yes nor no, and stays out of shares; kept apart by meaning. */
  readonly kind: "value" | "missing";
  readonly meaning: Meaning | null;
  /** The states under it, in the dataset's order, are those for whom these hold. */
  readonly terms: readonly Term[];
  readonly holds: (respondent: string) => boolean;
}

/** What the states themselves can be sorted by. */
export const STATE_PROPERTIES = ["region", "membership"] as const;

type StateProperty = (typeof STATE_PROPERTIES)[number];

/** The axis of a key: a variable's id, `variable:code` (of an answer, one that can be compared), `region` or `membership`; null where the dataset has no such axis. */
export function axisOf(dataset: Dataset, key: string): Axis | null {
  const property = STATE_PROPERTIES.find((own) => own === key);
  if (property !== undefined) return propertyAxis(dataset, property);
  const [id = "", code, ...rest] = key.split(":");
  const variable = dataset.variables.find((own) => own.id === id);
  if (variable === undefined || rest.length > 0) return null;
  if (code === undefined) return variableAxis(dataset, variable, key);
  const known = dataset.codes.find((own) => own.variable === id && own.code === code);
  // Of an answer that cannot be compared there is no "no": it is a value of the whole variable only.
  if (known === undefined || (variable.kind === "answer" && !isComparable(known.meaning))) return null;
  return codeAxis(dataset, variable, known, key);
}

function propertyAxis(dataset: Dataset, property: StateProperty): Axis {
  const own = new Map(dataset.respondents.map((respondent) => [respondent.code, respondent[property]]));
  const values = (vocabularyOf(dataset).get(property) ?? []).map(
    ({ value, label }): AxisValue => ({
      id: value,
      label,
      kind: "value",
      meaning: null,
      terms: [anyOf(property, [value])],
      holds: (respondent) => own.get(respondent) === value,
    }),
  );
  return { key: property, label: keyLabel(dataset, property), values, noStateGiven: [], isMultiple: false };
}

function variableAxis(dataset: Dataset, variable: Variable, key: string): Axis {
  const index = indexOf(dataset);
  const isMultiple = variable.kind === "multiple";
  const codes = index
    .codesOf(variable.id)
    .filter(({ code, meaning }) => (isMultiple ? !index.isNamedForNoOne(variable.id, code) : isComparable(meaning)));
  const noStateGiven = isMultiple
    ? index.codesOf(variable.id).flatMap(({ code }) => (index.isNamedForNoOne(variable.id, code) ? [code] : []))
    : [];
  const named = codes.map((own) => namedValue(dataset, variable, own));
  const rest = isMultiple ? [absent(dataset, variable, codes, "None named", "none-named")] : [];
  return {
    key,
    label: variable.label,
    values: [...named, ...rest.flat(), ...missingValues(dataset, variable, codes)],
    noStateGiven,
    isMultiple,
  };
}

function codeAxis(dataset: Dataset, variable: Variable, code: Code, key: string): Axis {
  const isUnknown = indexOf(dataset).isNamedForNoOne(variable.id, code.code);
  const label = `${variable.label}: ${code.label}`;
  if (isUnknown) return { key, label, values: [], noStateGiven: [code.code], isMultiple: false };
  const others = variable.kind === "multiple" ? "Not named" : "Another answer";
  const values = [
    namedValue(dataset, variable, code),
    ...absent(dataset, variable, [code], others, "not"),
    ...missingValues(dataset, variable, [code]),
  ];
  return { key, label, values, noStateGiven: [], isMultiple: false };
}

function namedValue(dataset: Dataset, variable: Variable, { code, label, meaning }: Code): AxisValue {
  return {
    id: code,
    label,
    kind: "value",
    meaning: variable.kind === "answer" ? meaning : null,
    terms: [anyOf(variable.id, [code])],
    holds: (respondent) => says(dataset, variable, code, respondent) === true,
  };
}

// Of states whose answer can be compared: those without any of the codes.
function absent(
  dataset: Dataset,
  variable: Variable,
  codes: readonly Code[],
  label: string,
  id: string,
): readonly AxisValue[] {
  const terms = absenceTerms(dataset, variable, codes, isComparable);
  const holds = (respondent: string): boolean =>
    isComparable(indexOf(dataset).meaning(variable.question, respondent)) &&
    codes.every(({ code }) => says(dataset, variable, code, respondent) !== true);
  return terms === null ? [] : [{ id, label, kind: "value", meaning: null, terms, holds }];
}

// Of states whose answer cannot be compared: those without any of the codes, by what the answer says.
function missingValues(dataset: Dataset, variable: Variable, codes: readonly Code[]): readonly AxisValue[] {
  return MEANING_ORDER.filter((meaning) => !isComparable(meaning)).flatMap((meaning): readonly AxisValue[] => {
    const terms = absenceTerms(dataset, variable, variable.kind === "multiple" ? codes : [], (own) => own === meaning);
    const holds = (respondent: string): boolean =>
      indexOf(dataset).meaning(variable.question, respondent) === meaning &&
      codes.every(({ code }) => says(dataset, variable, code, respondent) !== true);
    const value = { id: meaning, label: MEANINGS[meaning].word, kind: "missing", meaning, holds } as const;
    return terms === null ? [] : [{ ...value, terms }];
  });
}

/** The terms of "an answer of such a meaning, and none of these codes"; null where the question has no such answer. */
function absenceTerms(
  dataset: Dataset,
  variable: Variable,
  codes: readonly Code[],
  isWanted: (meaning: Meaning) => boolean,
): readonly Term[] | null {
  const index = indexOf(dataset);
  const answer = index.answerVariable(variable.question).id;
  const excluded = codes.map(({ code }) => code);
  const answers = index
    .codesOf(answer)
    .filter(({ code, meaning }) => isWanted(meaning) && !(answer === variable.id && excluded.includes(code)))
    .map(({ code }) => code);
  if (answers.length === 0) return null;
  const isExcluding = variable.kind === "multiple" && excluded.length > 0;
  return [anyOf(answer, answers), ...(isExcluding ? [anyOf(variable.id, excluded, true)] : [])];
}
