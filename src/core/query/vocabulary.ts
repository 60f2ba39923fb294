import { indexOf } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, MEANINGS } from "../dataset/meanings.ts";
import { BASES, MEMBERSHIPS, REGIONS, type Tables } from "../dataset/resources.ts";
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
  const variables = dataset.variables.map(
    ({ id }) => [id, index.codesOf(id).map(({ code, label }) => ({ value: code, label }))] as const,
  );
  const reserved = (Object.keys(RESERVED_KEYS) as ReservedKey[]).map(
    (key) => [key, RESERVED_VALUES[key](dataset)] as const,
  );
  const vocabulary = new Map<string, readonly VocabularyValue[]>([...variables, ...reserved]);
  vocabularies.set(dataset, vocabulary);
  return vocabulary;
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

const RESERVED_VALUES: Readonly<Record<ReservedKey, (dataset: Tables) => readonly VocabularyValue[]>> = {
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
