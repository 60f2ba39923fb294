import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Respondent, Response } from "../dataset/resources.ts";
import { Bitmap } from "./bitmap.ts";
import { RESERVED_KEYS, type ReservedKey } from "./filter.ts";
import { foldText } from "./fold-text.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Where a value holds: a bit for each respondent, and one for each response. */
export interface ValueSets {
  readonly respondents: Bitmap;
  readonly responses: Bitmap;
}

/** A dataset turned by value: for each key of the filter language and each of its values, the respondents and responses of which it holds. */
export interface ValueColumns {
  readonly respondentCount: number;
  readonly responseCount: number;
  /** The sets of a value; empty sets where nothing has it. The key and value must be of the dataset's vocabulary. */
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

function buildColumns(dataset: Dataset): ValueColumns {
  const { respondents, responses } = dataset;
  const respondentAt = new Map(respondents.map(({ code }, i) => [code, i]));
  const owners = responses.map(({ respondent }) => respondentAt.get(respondent) ?? 0);
  const sets = new Map(
    [...vocabularyOf(dataset)].map(([key, values]) => [
      key,
      new Map(values.map(({ value }) => [value, noneHeld(dataset)])),
    ]),
  );
  for (const { key, value, response } of heldValues(dataset)) {
    const held = sets.get(key)?.get(value);
    held?.responses.add(response);
    held?.respondents.add(owners[response] ?? 0);
  }
  const texts = foldedTexts(dataset);

  const respondentsOf = (held: Bitmap) =>
    bitmapOf(
      respondents.length,
      held.positions().map((position) => owners[position] ?? 0),
    );
  return {
    respondentCount: respondents.length,
    responseCount: responses.length,
    sets: (key, value) => sets.get(key)?.get(value) ?? noneHeld(dataset),
    textSets: (text) => {
      const folded = foldText(text);
      const held = bitmapOf(
        responses.length,
        texts.flatMap((own, i) => (own.includes(folded) ? [i] : [])),
      );
      return { responses: held, respondents: respondentsOf(held) };
    },
    respondentsOf,
    responsesOf: (held) =>
      bitmapOf(
        responses.length,
        owners.flatMap((owner, i) => (held.has(owner) ? [i] : [])),
      ),
  };
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
    foldText([summary, ...index.examples(question, respondent).map((example) => example.text)].join("\n")),
  );
}

function noneHeld({ respondents, responses }: Dataset): ValueSets {
  return { respondents: Bitmap.none(respondents.length), responses: Bitmap.none(responses.length) };
}

function bitmapOf(size: number, positions: readonly number[]): Bitmap {
  const bitmap = Bitmap.none(size);
  for (const position of positions) bitmap.add(position);
  return bitmap;
}
