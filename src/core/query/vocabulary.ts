import { indexOf } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, MEANINGS } from "../dataset/meanings.ts";
import {
  BASES,
  type Code,
  MEMBERSHIPS,
  type Question,
  REGIONS,
  type Respondent,
  type Tables,
  type Variable,
} from "../dataset/resources.ts";
import { isReservedKey, RESERVED_KEYS, type ReservedKey } from "./filter.ts";

/** A value that a key can take, with the words it is shown by. */
export interface VocabularyValue {
  readonly value: string;
  readonly label: string;
}

/** What a filter over this dataset can name: every key with its values, in codebook order. */
export type Vocabulary = ReadonlyMap<string, readonly VocabularyValue[]>;

const vocabularies = new WeakMap<Tables, Vocabulary>();

/** The vocabulary of a dataset, built once for each. */
export function vocabularyOf(dataset: Tables): Vocabulary {
  const known = vocabularies.get(dataset);
  if (known !== undefined) return known;
  const index = indexOf(dataset);
  const { variables, respondents, questions } = dataset;
  const codes = variables.flatMap(({ id }) => index.codesOf(id));
  const vocabulary = vocabularyFrom({ variables, respondents, questions, codes });
  vocabularies.set(dataset, vocabulary);
  return vocabulary;
}

/** The parts of a package that filters name. */
export interface NamedParts {
  readonly variables: readonly Pick<Variable, "id">[];
  /** In codebook order. */
  readonly codes: readonly Pick<Code, "variable" | "code" | "label">[];
  readonly respondents: readonly Pick<Respondent, "code" | "name">[];
  readonly questions: readonly Pick<Question, "id" | "label">[];
}

/** The vocabulary of what filters can name. */
export function vocabularyFrom(parts: NamedParts): Vocabulary {
  const variables = new Map<string, VocabularyValue[]>(parts.variables.map(({ id }) => [id, []]));
  for (const { variable, code, label } of parts.codes) variables.get(variable)?.push({ value: code, label });
  const reserved = (Object.keys(RESERVED_KEYS) as ReservedKey[]).map(
    (key) => [key, RESERVED_VALUES[key](parts)] as const,
  );
  return new Map<string, readonly VocabularyValue[]>([...variables, ...reserved]);
}

/** The words that a key is shown by: a variable's label, or the reserved key's. */
export function keyLabel(dataset: Tables, key: string): string {
  return isReservedKey(key) ? RESERVED_KEYS[key] : indexOf(dataset).variable(key).label;
}

/** The words that a value of a key is shown by; the value itself where the vocabulary lacks it. */
export function valueLabel(dataset: Tables, key: string, value: string): string {
  return (
    vocabularyOf(dataset)
      .get(key)
      ?.find((known) => known.value === value)?.label ?? value
  );
}

const WORDS: Readonly<Record<string, string>> = {
  northern: "Northern Europe",
  western: "Western Europe",
  southern: "Southern Europe",
  "central-eastern": "Central and Eastern Europe",
  member: "Member State",
  "not-member": "Not a member",
  listed: "Listed",
  "listed-together": "Listed together",
  described: "Described",
  inferred: "Inferred",
};

const RESERVED_VALUES: Readonly<Record<ReservedKey, (parts: NamedParts) => readonly VocabularyValue[]>> = {
  respondent: ({ respondents }) => respondents.map(({ code, name }) => ({ value: code, label: name })),
  region: () => REGIONS.map(worded),
  membership: () => MEMBERSHIPS.map(worded),
  question: ({ questions }) => questions.map(({ id, label }) => ({ value: id, label: `${id} ${label}` })),
  basis: () => BASES.map(worded),
  meaning: () => MEANING_ORDER.map((value) => ({ value, label: MEANINGS[value].word })),
};

function worded(value: string): VocabularyValue {
  return { value, label: WORDS[value] ?? value };
}
