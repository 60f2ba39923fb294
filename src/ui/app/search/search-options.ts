import type { Dataset } from "../../../core/dataset/dataset.ts";
import { parseRef } from "../../../core/dataset/ref.ts";
import { completeFilter, type FilterSuggestion } from "../../../core/query/complete-filter.ts";
import type { Filter } from "../../../core/query/filter.ts";
import { type SearchHit, search } from "../../../core/query/search/search.ts";
import type { SearchIndex } from "../../../core/query/search/search-index.ts";
import { actionsForRef } from "../../shared/actions-for-ref.ts";
import type { WorkspaceAction } from "../../shared/workspace.ts";

/** What the search box offers for what was typed so far: ways for the filter to go on, and what is found. */
export interface SearchOptions {
  readonly suggestions: readonly FilterSuggestion[];
  readonly hits: readonly SearchHit[];
  /** How many hits there are beside those offered. */
  readonly more: number;
}

const MOST_SUGGESTIONS = 6;
const MOST_HITS = 8;
const NOTHING: SearchOptions = { suggestions: [], hits: [], more: 0 };

/** Offers completions where the cursor stands, and searches for the words that are no terms of variables. */
export function searchOptions(
  dataset: Dataset,
  text: string,
  cursor: number,
  besides: readonly SearchIndex[],
): SearchOptions {
  if (text.trim() === "") return NOTHING;
  const suggestions = completeFilter(dataset, text, cursor, MOST_SUGGESTIONS);
  const words = wordsToSearch(text);
  if (words === "") return { ...NOTHING, suggestions };
  const { hits, totals } = search(dataset, words, { limit: MOST_HITS }, besides);
  const total = Object.values(totals).reduce((sum, count) => sum + count, 0);
  return { suggestions, hits, more: total - hits.length };
}

/** The words and phrases of a filter's text: what is left of it without its terms of variables. */
export function wordsToSearch(text: string): string {
  return (text.match(/"[^"]*"?|\S+/g) ?? [])
    .filter((part) => part.startsWith('"') || !/^-?[A-Za-z0-9.-]+:/.test(part))
    .filter((part) => !part.startsWith("-"))
    .join(" ");
}

/** The text with a suggestion put in its place, and where the cursor then stands. */
export function withSuggestion(
  text: string,
  { text: by, from, to, value }: FilterSuggestion,
): { readonly text: string; readonly cursor: number } {
  // A value ends its term: the next word begins a new one.
  const inserted = value === null ? by : `${by} `;
  const rest = text.slice(to);
  return {
    text: `${text.slice(0, from)}${inserted}${inserted.endsWith(" ") ? rest.trimStart() : rest}`,
    cursor: from + inserted.length,
  };
}

/** What choosing a hit does: it opens the response, the note or the codebook, or narrows the filter to the state or code that was found. */
export function actionsFor(
  dataset: Dataset,
  { kind, ref }: Pick<SearchHit, "kind" | "ref">,
  filter: Filter,
): readonly WorkspaceAction[] {
  if (kind === "note")
    return [
      { kind: "note", note: ref },
      { kind: "go", screen: "notebook" },
    ];
  const cited = parseRef(ref);
  return cited === null ? [] : actionsForRef(dataset, cited, filter);
}
