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
 * The documents in which every word of a query is found, in any of their fields, and every phrase as a whole in one of them.
 * Scored after BM25; a word counts by how well it answers (see `matchWord`) and by the weight of the field it stands in.
 */
export function scoreDocuments(index: SearchIndex, query: SearchQuery): ScoredDocuments {
  const ofPhrases = query.phrases.flat();
  const wanted = [...new Set([...ofPhrases, ...query.words])];
  const scores = new Float32Array(index.documents.count);
  // For each document how many of the words so far were found in it.
  const found = new Uint16Array(index.documents.count);
  for (const [before, word] of wanted.entries())
    addScores(index, { found, scores, before }, matchesOf(index, word, ofPhrases.includes(word)));
  const positions: number[] = [];
  if (wanted.length > 0)
    for (let position = 0; position < found.length; position++)
      if (found[position] === wanted.length && hasPhrases(index, query, position)) positions.push(position);
  return { positions, scores };
}

// Of a phrase the words themselves are wanted.
function matchesOf({ lexicon }: SearchIndex, word: string, isOfPhrase: boolean): readonly LexiconMatch[] {
  return lexicon.find(word).filter(({ quality }) => !isOfPhrase || quality === 1);
}

interface Scoring {
  readonly found: Uint16Array;
  readonly scores: Float32Array;
  /** How many words were looked for before. */
  readonly before: number;
}

/** Adds what a word says of the documents that have all the words before it. */
function addScores(index: SearchIndex, { found, scores, before }: Scoring, matches: readonly LexiconMatch[]): void {
  const { starts, texts, times, documentOf, norms, weights } = index;
  const rarity = rarityOf(index, matches);
  for (const { id, quality } of matches) {
    const end = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? end; at < end; at++) {
      const text = texts[at] ?? 0;
      const document = documentOf[text] ?? 0;
      if ((found[document] ?? 0) < before) continue;
      found[document] = before + 1;
      const said = saturation(times[at] ?? 0, norms[text] ?? 0) * (weights[text] ?? 0);
      scores[document] = (scores[document] ?? 0) + rarity * quality * said;
    }
  }
}

// One rarity for all that answers to a word, or a misspelling would outweigh the word itself for being rare.
function rarityOf({ documents, starts }: SearchIndex, matches: readonly LexiconMatch[]): number {
  const textCount = matches.reduce((sum, { id }) => sum + (starts[id + 1] ?? 0) - (starts[id] ?? 0), 0);
  const having = Math.min(textCount, documents.count);
  return Math.log(1 + (documents.count - having + 0.5) / (having + 0.5));
}

function hasPhrases({ documents }: SearchIndex, { phrases }: SearchQuery, position: number): boolean {
  if (phrases.length === 0) return true;
  const { texts } = documents.at(position);
  return phrases.every((phrase) => texts.some(({ text }) => hasPhrase(text, phrase)));
}
