import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { BASES, MEMBERSHIPS, REGIONS, type Response } from "../dataset/resources.ts";
import type { Bitmap } from "./bitmap.ts";
import { foldText } from "./fold-text.ts";
import { LastUsed } from "./last-used.ts";

/** What responses can be sorted by. */
export type ResponseSortKey =
  | "respondent"
  | "question"
  | "answer"
  | "codes"
  | "summary"
  | "examples"
  | "basis"
  | "locator"
  | "region"
  | "membership";

/** An order of responses; those that are equal in it stay in the dataset's order, whichever way it runs. */
export interface ResponseSort {
  readonly by: ResponseSortKey;
  readonly isDescending: boolean;
}

// A table is sorted to and fro; the filter changes far more often than the order.
const ORDERS_KEPT = 6;

interface Known {
  readonly ranks: LastUsed<Ranks>;
  readonly orders: LastUsed<Uint32Array>;
}

const knownOfDatasets = new WeakMap<Dataset, Known>();

function knownOf(dataset: Dataset): Known {
  const known = knownOfDatasets.get(dataset) ?? {
    ranks: new LastUsed<Ranks>(ORDERS_KEPT),
    orders: new LastUsed<Uint32Array>(ORDERS_KEPT),
  };
  knownOfDatasets.set(dataset, known);
  return known;
}

/** The positions of a selection's responses in an order; null leaves them in the dataset's. */
export function sortedResponses(dataset: Dataset, responses: Bitmap, sort: ResponseSort | null): Uint32Array {
  const positions = new Uint32Array(responses.count);
  let at = 0;
  const all = sort === null ? responses.positions() : orderOf(dataset, sort);
  for (const position of all) if (responses.has(position)) positions[at++] = position;
  return positions;
}

// All responses are put in an order once; under each filter it is only gone through.
function orderOf(dataset: Dataset, sort: ResponseSort): Uint32Array {
  const { ranks: known, orders } = knownOf(dataset);
  return orders.get(`${sort.by} ${sort.isDescending}`, () => {
    const ranks = known.get(sort.by, () => RANKS[sort.by](dataset));
    const sign = sort.isDescending ? -1 : 1;
    const positions = Uint32Array.from(ranks, (_, i) => i);
    return positions.sort((a, b) => sign * ((ranks[a] ?? 0) - (ranks[b] ?? 0)) || a - b);
  });
}

/** For each response a number that is lower the earlier it comes. */
type Ranks = ArrayLike<number> & Iterable<number>;

// Answers and codes stand as in the codebook, states and questions as in the query, texts by letter with none of them last.
const RANKS: Readonly<Record<ResponseSortKey, (dataset: Dataset) => Ranks>> = {
  respondent: (dataset) => {
    const places = new Map(dataset.respondents.map(({ code }, i) => [code, i]));
    return dataset.responses.map(({ respondent }) => places.get(respondent) ?? 0);
  },
  question: (dataset) => {
    const { question } = indexOf(dataset);
    return dataset.responses.map((response) => question(response.question).order);
  },
  answer: (dataset) => {
    const { answerVariable, code } = indexOf(dataset);
    return dataset.responses.map(({ question, answer }) => code(answerVariable(question).id, answer).order);
  },
  codes: (dataset) => textRanks(dataset.responses.map((response) => codePlaces(dataset, response))),
  summary: (dataset) => textRanks(dataset.responses.map(({ summary }) => foldText(summary))),
  examples: (dataset) => {
    const { examples } = indexOf(dataset);
    // Most first, as one looks for those that have any.
    return dataset.responses.map(({ question, respondent }) => -examples(question, respondent).length);
  },
  basis: ({ responses }) => responses.map(({ basis }) => BASES.indexOf(basis)),
  locator: ({ responses }) => textRanks(responses.map(({ locator }) => withWideNumbers(locator))),
  region: (dataset) => {
    const { respondent } = indexOf(dataset);
    return dataset.responses.map((response) => REGIONS.indexOf(respondent(response.respondent).region));
  },
  membership: (dataset) => {
    const { respondent } = indexOf(dataset);
    return dataset.responses.map((response) => MEMBERSHIPS.indexOf(respondent(response.respondent).membership));
  },
};

// The places in the codebook of the codes that a response is given, to be compared as texts.
function codePlaces(dataset: Dataset, { question, respondent }: Response): string {
  const { variablesOf, observations, code } = indexOf(dataset);
  return variablesOf(question)
    .flatMap(({ id }, i) =>
      observations(id, respondent).map((given) => withWideNumbers(`${i}.${code(id, given.code).order}`)),
    )
    .join(" ");
}

// So that 3.9 comes before 3.10.
function withWideNumbers(text: string): string {
  return text.replaceAll(/\d+/g, (digits) => digits.padStart(6, "0"));
}

// By code unit, as folded texts are: a collator would take seconds for a quarter of a million of them.
function textRanks(texts: readonly string[]): Ranks {
  const sorted = [...new Set(texts)].filter((text) => text !== "").sort();
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
  return texts.map((text) => rankOf.get(text) ?? sorted.length);
}
