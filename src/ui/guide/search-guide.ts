import { bestFirst } from "../../core/query/search/best-first.ts";
import { excerptOf, markText, type TextRange } from "../../core/query/search/mark-text.ts";
import { scoreDocuments } from "../../core/query/search/score-documents.ts";
import type { SearchDocument } from "../../core/query/search/search-document.ts";
import { makeSearchIndex, type SearchIndex } from "../../core/query/search/search-index.ts";
import { readSearchQuery } from "../../core/query/search/search-query.ts";
import type { GuidePageId } from "../shared/guide-pages.ts";
import { type GuideSection, sectionsOf } from "./guide-sections.ts";

interface PlacedSection extends GuideSection {
  readonly page: GuidePageId;
}

/** The guide, made ready to be found in. */
export interface SearchableGuide {
  readonly sections: readonly PlacedSection[];
  readonly index: SearchIndex;
}

/** A section that was found, with what of its text to show and to mark. */
export interface GuideHit {
  readonly section: PlacedSection;
  readonly marks: readonly TextRange[];
  readonly excerpt: TextRange;
}

const EXCERPT = 120;

/** Indexes the sections of pages; to be done once for many searches. */
export function searchableGuide(
  pages: readonly { readonly page: GuidePageId; readonly text: string }[],
): SearchableGuide {
  const sections = pages.flatMap(({ page, text }) => sectionsOf(text).map((section) => ({ ...section, page })));
  const at = (position: number): SearchDocument => {
    const section = sections[position];
    if (section === undefined) throw new Error(`there is no section ${position}`);
    const texts = [
      { field: "title", text: section.title },
      { field: "text", text: section.text },
    ] as const;
    return { kind: "note", ref: `${section.page}#${section.slug}`, texts };
  };
  return { sections, index: makeSearchIndex({ count: sections.length, at, kindAt: () => "note" }) };
}

/** The sections that hold every word that was typed, the best first, as the search over a package finds them. */
export function searchGuide({ sections, index }: SearchableGuide, typed: string, limit: number): readonly GuideHit[] {
  const query = readSearchQuery(typed);
  const [found] = scoreDocuments([index], query);
  if (found === undefined) return [];
  return bestFirst(found.positions, found.scores, limit).flatMap((position) => {
    const section = sections[position];
    if (section === undefined) return [];
    const marks = markText(section.text, query);
    return [{ section, marks, excerpt: excerptOf(section.text, marks, EXCERPT) }];
  });
}
