import type { LexiconMatch } from "./lexicon.ts";
import { hasPhrase } from "./mark-text.ts";
import { type SearchIndex, saturation } from "./search-index.ts";
import type { SearchQuery } from "./search-query.ts";

/** The documents that a query finds. */
export interface ScoredDocuments {
  /** Their positions among the index's documents, ascending. */
  readonly positions: readonly number[];
  /** The scores of all documents, by position. */
  readonly scores: Float32Array;
}

/**
 * For each index the documents in which every word of a query is found, in any of their fields, and every phrase as a whole in one of them.
 * Scored after BM25; a word counts by how well it answers (see `matchWord`) and by the weight of the field it stands in. Scores of several indexes can be set against each other.
 */
export function scoreDocuments(indexes: readonly SearchIndex[], query: SearchQuery): readonly ScoredDocuments[] {
  const ofPhrases = query.phrases.flat();
  const wanted = [...new Set([...ofPhrases, ...query.words])];
  const scorings = indexes.map((index) => new Scoring(index));
  for (const word of wanted) {
    const matches = indexes.map((index) => matchesOf(index, word, ofPhrases.includes(word)));
    const rarity = rarityOf(indexes, matches);
    for (const [i, scoring] of scorings.entries()) scoring.add(matches[i] ?? [], rarity);
  }
  return scorings.map((scoring) => scoring.result(query));
}

// Of a phrase the words themselves are wanted.
function matchesOf({ lexicon }: SearchIndex, word: string, isOfPhrase: boolean): readonly LexiconMatch[] {
  return lexicon.find(word).filter(({ quality }) => !isOfPhrase || quality === 1);
}

/** The scores of one index's documents, word by word. */
class Scoring {
  private readonly index: SearchIndex;
  private readonly scores: Float32Array;
  /** For each document how many of the words so far were found in it. */
  private readonly found: Uint16Array;
  private words = 0;

  constructor(index: SearchIndex) {
    this.index = index;
    this.scores = new Float32Array(index.documents.count);
    this.found = new Uint16Array(index.documents.count);
  }

  /** Adds what a word says of the documents that have all the words before it. */
  add(matches: readonly LexiconMatch[], rarity: number): void {
    const { scores, found, words } = this;
    const { starts, texts, times, documentOf, norms, weights } = this.index;
    for (const { id, quality } of matches) {
      const end = starts[id + 1] ?? 0;
      for (let at = starts[id] ?? end; at < end; at++) {
        const text = texts[at] ?? 0;
        const document = documentOf[text] ?? 0;
        if ((found[document] ?? 0) < words) continue;
        found[document] = words + 1;
        const said = saturation(times[at] ?? 0, norms[text] ?? 0) * (weights[text] ?? 0);
        scores[document] = (scores[document] ?? 0) + rarity * quality * said;
      }
    }
    this.words++;
  }

  result(query: SearchQuery): ScoredDocuments {
    const positions: number[] = [];
    if (this.words > 0)
      for (let position = 0; position < this.found.length; position++)
        if (this.found[position] === this.words && hasPhrases(this.index, query, position)) positions.push(position);
    return { positions, scores: this.scores };
  }
}

// One rarity for all that answers to a word, or a misspelling would outweigh the word itself for being rare; and one for all indexes.
function rarityOf(indexes: readonly SearchIndex[], matches: readonly (readonly LexiconMatch[])[]): number {
  const documents = indexes.reduce((sum, index) => sum + index.documents.count, 0);
  const texts = indexes.reduce((sum, index, i) => sum + textCount(index, matches[i] ?? []), 0);
  const having = Math.min(texts, documents);
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

function textCount({ starts }: SearchIndex, matches: readonly LexiconMatch[]): number {
  return matches.reduce((sum, { id }) => sum + (starts[id + 1] ?? 0) - (starts[id] ?? 0), 0);
}

function hasPhrases({ documents }: SearchIndex, { phrases }: SearchQuery, position: number): boolean {
  if (phrases.length === 0) return true;
  const { texts } = documents.at(position);
  return phrases.every((phrase) => texts.some(({ text }) => hasPhrase(text, phrase)));
}
