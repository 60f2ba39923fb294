import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Respondent, Response } from "../dataset/resources.ts";
import { Bitmap } from "./bitmap.ts";
import { RESERVED_KEYS, type ReservedKey } from "./filter.ts";
import { foldText } from "./fold-text.ts";

/** Where a value holds: a bit for each respondent, and one for each response. */
export interface ValueSets {
  readonly respondents: Bitmap;
  readonly responses: Bitmap;
}

/** A dataset turned by value: for each key of the filter language and each of its values, the respondents and responses of which it holds. */
export interface ValueColumns {
  readonly respondentCount: number;
  readonly responseCount: number;
  /** The sets of a value; empty sets where nothing has it. */
  sets(key: string, value: string): ValueSets;
  /** The sets of a text: responses whose summary or examples contain it, case and accents folded. */
  textSets(text: string): ValueSets;
  /** The respondents of whom at least one of these responses is. */
  respondentsOf(responses: Bitmap): Bitmap;
  /** The responses of these respondents. */
  responsesOf(respondents: Bitmap): Bitmap;
}

const columnsOfDatasets = new WeakMap<Dataset, ValueColumns>();

/** The value columns of a dataset, built once for each. */
export function valueColumnsOf(dataset: Dataset): ValueColumns {
  const known = columnsOfDatasets.get(dataset);
  if (known !== undefined) return known;
  const columns = buildColumns(dataset);
  columnsOfDatasets.set(dataset, columns);
  return columns;
}

// Sets and folded texts are made when they are first asked for: a bitmap for each of thousands of respondents would outweigh the data.
function buildColumns(dataset: Dataset): ValueColumns {
  const respondentCount = dataset.respondents.length;
  const responseCount = dataset.responses.length;
  const owners = ownersOf(dataset);
  const positions = responsesByValue(dataset);
  const texts = onFirstUse(() => foldedTexts(dataset));

  const respondentsOf = (held: Bitmap) => Bitmap.of(respondentCount, ownersAt(owners, held.positions()));
  const setsOf = (responses: Bitmap): ValueSets => ({ responses, respondents: respondentsOf(responses) });
  return {
    respondentCount,
    responseCount,
    sets: remembered((key, value) => setsOf(Bitmap.of(responseCount, positions.get(key)?.get(value) ?? []))),
    textSets: rememberedLast((text) => {
      const folded = foldText(text);
      return setsOf(Bitmap.where(responseCount, (i) => texts()[i]?.includes(folded) ?? false));
    }),
    respondentsOf,
    responsesOf: (held) => Bitmap.where(responseCount, (i) => held.has(owners[i] ?? respondentCount)),
  };
}

/** For each response the position of its respondent. */
function ownersOf({ respondents, responses }: Dataset): Uint32Array {
  const respondentAt = new Map(respondents.map(({ code }, i) => [code, i]));
  return Uint32Array.from(responses, ({ respondent }) => respondentAt.get(respondent) ?? respondents.length);
}

function* ownersAt(owners: Uint32Array, responses: Iterable<number>): Generator<number> {
  for (const response of responses) yield owners[response] ?? owners.length;
}

type Positions = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** For each key and each of its values the positions of the responses of which it holds. */
function responsesByValue(dataset: Dataset): Positions {
  const positions = new Map<string, Map<string, number[]>>();
  for (const { key, value, response } of heldValues(dataset)) {
    const values = positions.get(key) ?? new Map<string, number[]>();
    const held = values.get(value);
    if (held === undefined) positions.set(key, values.set(value, [response]));
    else held.push(response);
  }
  return positions;
}

interface HeldValue {
  readonly key: string;
  readonly value: string;
  readonly response: number;
}

function* heldValues(dataset: Dataset): Generator<HeldValue> {
  const index = indexOf(dataset);
  const responseAt = new Map(dataset.responses.map(({ question, respondent }, i) => [`${question}/${respondent}`, i]));
  for (const [response, row] of dataset.responses.entries()) {
    yield { key: index.answerVariable(row.question).id, value: row.answer, response };
    for (const key of Object.keys(RESERVED_KEYS) as ReservedKey[])
      yield { key, value: RESERVED_VALUE[key](dataset, row), response };
  }
  for (const { variable, respondent, code } of dataset.observations) {
    const response = responseAt.get(`${index.variable(variable).question}/${respondent}`);
    if (response !== undefined) yield { key: variable, value: code, response };
  }
}

const RESERVED_VALUE: Readonly<Record<ReservedKey, (dataset: Dataset, response: Response) => string>> = {
  respondent: (_, { respondent }) => respondent,
  region: (dataset, response) => ownerOf(dataset, response).region,
  membership: (dataset, response) => ownerOf(dataset, response).membership,
  question: (_, { question }) => question,
  basis: (_, { basis }) => basis,
  meaning: (dataset, { question, respondent }) => indexOf(dataset).meaning(question, respondent),
};

function ownerOf(dataset: Dataset, response: Response): Respondent {
  return indexOf(dataset).respondent(response.respondent);
}

// One line a text, so that no phrase is found across the end of one and the start of the next.
function foldedTexts(dataset: Dataset): readonly string[] {
  const index = indexOf(dataset);
  return dataset.responses.map(({ question, respondent, summary }) =>
    [summary, ...index.examples(question, respondent).map(({ text }) => text)].map(foldText).join("\n"),
  );
}

function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function remembered(make: (key: string, value: string) => ValueSets): ValueColumns["sets"] {
  const known = new Map<string, ValueSets>();
  return (key, value) => {
    const name = `${key}:${value}`;
    const sets = known.get(name) ?? make(key, value);
    known.set(name, sets);
    return sets;
  };
}

// Every facet asks again for the texts of one filter; few enough are kept that typing does not pile them up.
const TEXTS_KEPT = 8;

function rememberedLast(make: (text: string) => ValueSets): ValueColumns["textSets"] {
  const known = new Map<string, ValueSets>();
  return (text) => {
    const sets = known.get(text) ?? make(text);
    known.delete(text);
    known.set(text, sets);
    for (const oldest of known.keys()) {
      if (known.size <= TEXTS_KEPT) break;
      known.delete(oldest);
    }
    return sets;
  };
}
