import type { Dataset } from "../../dataset/dataset.ts";
import { Bitmap } from "../bitmap.ts";
import type { Selection } from "../evaluate.ts";
import { bestFirst } from "./best-first.ts";
import { excerptOf, markText, type TextRange } from "./mark-text.ts";
import { type ScoredDocuments, scoreDocuments } from "./score-documents.ts";
import { type FieldText, SEARCH_KINDS, type SearchDocument, type SearchKind } from "./search-document.ts";
import { documentsOf } from "./search-documents.ts";
import { makeSearchIndex, type SearchIndex } from "./search-index.ts";
import { readSearchQuery, type SearchQuery } from "./search-query.ts";

export interface SearchOptions {
  /** Responses and states outside of this selection are left out; what is of no one state is found all the same. */
  readonly within?: Selection | undefined;
  /** Only these kinds; all of them where left out. */
  readonly kinds?: readonly SearchKind[] | undefined;
  /** How many hits are returned; totals count all. */
  readonly limit: number;
}

export interface SearchResults {
  /** The best hits, best first. */
  readonly hits: readonly SearchHit[];
  /** How many documents of each kind were found, the limit aside. */
  readonly totals: Readonly<Record<SearchKind, number>>;
  /** The responses that were found, as positions in the dataset's table. */
  readonly responses: Bitmap;
}

/** A document that was found, with those of its texts in which something is. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly ref: string;
  readonly score: number;
  readonly found: readonly MarkedText[];
}

/** A text with the parts to mark, and the part to show where there is not room for all of it. Places are of the text as it is written. */
export interface MarkedText extends FieldText {
  readonly marks: readonly TextRange[];
  readonly excerpt: TextRange;
}

const indexes = new WeakMap<Dataset, SearchIndex>();

/** The index of all that can be found in a package, made at the first search of it. */
function searchIndexOf(dataset: Dataset): SearchIndex {
  const known = indexes.get(dataset);
  if (known !== undefined) return known;
  const index = makeSearchIndex(documentsOf(dataset));
  indexes.set(dataset, index);
  return index;
}

/**
 * Finds what holds every word and phrase of a text, case and accents ignored: words themselves, words that they begin, words one typo away.
 * Searches a package, and with it what the caller has indexed besides (notes, by `makeSearchIndex`).
 */
export function search(
  dataset: Dataset,
  text: string,
  options: SearchOptions,
  besides: readonly SearchIndex[] = [],
): SearchResults {
  const query = readSearchQuery(text);
  const searched = [searchIndexOf(dataset), ...besides];
  const scored = scoreDocuments(searched, query);
  const results = searched.map((index, i) =>
    resultOf(index, scored[i], options, i === 0 ? withinOf(dataset, options) : () => true),
  );
  const [ofDataset] = results;
  const hits = results.flatMap((result) => result.hits).sort((a, b) => b.score - a.score);
  return {
    hits: hits.slice(0, options.limit).map(({ document, score }) => markedHit(document, score, query)),
    totals: sumOfTotals(results.map(({ totals }) => totals)),
    responses: Bitmap.of(
      dataset.responses.length,
      (ofDataset?.positions ?? []).filter((position) => position < dataset.responses.length),
    ),
  };
}

// In the index of a package responses come first, then respondents, each in the order of their table.
function withinOf({ responses, respondents }: Dataset, { within }: SearchOptions): (position: number) => boolean {
  if (within === undefined) return () => true;
  return (position) => {
    if (position < responses.length) return within.responses.has(position);
    const respondent = position - responses.length;
    return respondent >= respondents.length || within.respondents.has(respondent);
  };
}

type Totals = Readonly<Record<SearchKind, number>>;

interface IndexResult {
  readonly positions: readonly number[];
  readonly hits: readonly { readonly document: SearchDocument; readonly score: number }[];
  readonly totals: Totals;
}

function resultOf(
  { documents }: SearchIndex,
  scored: ScoredDocuments | undefined,
  { kinds, limit }: SearchOptions,
  isWithin: (position: number) => boolean,
): IndexResult {
  const { positions: found, scores } = scored ?? { positions: [], scores: new Float32Array() };
  const isWanted = (position: number) => kinds === undefined || kinds.includes(documents.kindAt(position));
  const positions = found.filter((position) => isWithin(position) && isWanted(position));
  const totals = { ...NONE };
  for (const position of positions) totals[documents.kindAt(position)]++;
  const hits = bestFirst(positions, scores, limit).map((position) => {
    return { document: documents.at(position), score: scores[position] ?? 0 };
  });
  return { positions, hits, totals };
}

const NONE: Totals = {
  response: 0,
  question: 0,
  variable: 0,
  code: 0,
  respondent: 0,
  finding: 0,
  note: 0,
};

function sumOfTotals(all: readonly Totals[]): Totals {
  const sum = { ...NONE };
  for (const totals of all) for (const kind of KINDS) sum[kind] += totals[kind];
  return sum;
}

const KINDS = Object.keys(SEARCH_KINDS) as readonly SearchKind[];

function markedHit({ kind, ref, texts }: SearchDocument, score: number, query: SearchQuery): SearchHit {
  const found = texts.flatMap(({ field, text }): readonly MarkedText[] => {
    const marks = markText(text, query);
    return marks.length === 0 ? [] : [{ field, text, marks, excerpt: excerptOf(text, marks) }];
  });
  return { kind, ref, score, found };
}
