import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { search } from "../../../src/core/query/search/search.ts";
import type { SearchDocument } from "../../../src/core/query/search/search-document.ts";
import { makeSearchIndex } from "../../../src/core/query/search/search-index.ts";

const LIMIT = 20;

/** The workbench's own search over texts beside an empty package, with hits marked; gives the places of the best of them. */
export function makeOurs(texts: readonly string[], empty: Dataset) {
  const at = (place: number): SearchDocument => {
    return { kind: "note", ref: String(place), texts: [{ field: "text", text: texts[place] ?? "" }] };
  };
  const index = makeSearchIndex({ count: texts.length, at, kindAt: () => "note" });
  return (query: string, limit = LIMIT) => search(empty, query, { limit }, [index]).hits.map(({ ref }) => Number(ref));
}
