import type { Screen } from "./screens.ts";

interface GuidePage {
  /** The page's first heading. */
  readonly title: string;
  /** Where its text is, from docs/guide. */
  readonly file: string;
  readonly group: "Begin" | "Screens" | "Languages and files" | "In full";
}

/** The pages of the guide, in their order. The one table of their names and places. */
export const GUIDE_PAGES = {
  start: { title: "The guide", file: "README.md", group: "Begin" },
  "life-of-a-query": { title: "The life of a query", file: "life-of-a-query.md", group: "Begin" },
  "one-question": { title: "One question, answered", file: "one-question.md", group: "Begin" },
  glossary: { title: "Glossary", file: "glossary.md", group: "Begin" },
  overview: { title: "Overview", file: "overview.md", group: "Screens" },
  explore: { title: "Explore", file: "explore.md", group: "Screens" },
  compare: { title: "Compare", file: "compare.md", group: "Screens" },
  notebook: { title: "Notebook", file: "notebook.md", group: "Screens" },
  sources: { title: "Sources", file: "sources.md", group: "Screens" },
  export: { title: "Export and report", file: "export.md", group: "Screens" },
  "top-bar": { title: "Search, views, undo, palette", file: "top-bar.md", group: "Screens" },
  "filter-language": { title: "The filter language", file: "filter-language.md", group: "Languages and files" },
  "command-line": { title: "Work from the command line", file: "command-line.md", group: "Languages and files" },
  "own-data": { title: "Make a package of your own", file: "own-data.md", group: "Languages and files" },
  cli: { title: "The command line", file: "../cli.md", group: "In full" },
  "data-package": { title: "The data package", file: "../data-package.md", group: "In full" },
  "query-draft": { title: "The draft of a query", file: "../query-draft.md", group: "In full" },
  "coding-of-1055": { title: "How query 1055 was coded", file: "../coding-of-1055.md", group: "In full" },
} as const satisfies Readonly<Record<string, GuidePage>>;

export type GuidePageId = keyof typeof GUIDE_PAGES;

export const GUIDE_PAGE_IDS = Object.keys(GUIDE_PAGES) as readonly GuidePageId[];

/** The page of an id; null where there is none. */
export function guidePageOf(id: string): GuidePageId | null {
  return GUIDE_PAGE_IDS.find((known) => known === id) ?? null;
}

/** The page about a screen; null on the guide itself, which stays where it is. */
export function pageAbout(screen: Screen): GuidePageId | null {
  return screen === "guide" ? null : screen;
}
