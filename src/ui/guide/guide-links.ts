import { GUIDE_PAGE_IDS, GUIDE_PAGES, type GuidePageId } from "../shared/guide-pages.ts";

/** A place in the guide: a page, and the heading on it; empty for its beginning. */
export interface GuidePlace {
  readonly page: GuidePageId;
  readonly heading: string;
}

/** Where a link of a page leads, as the files stand in docs: `explore.md#facets`, `../cli.md`, `#views`; null where that is no page of the guide. */
export function placeOfLink(from: GuidePageId, link: string): GuidePlace | null {
  const [path = "", heading = ""] = link.split("#", 2);
  if (path === "") return { page: from, heading };
  const inDocs = (file: string) => new URL(file, "docs:///docs/guide/").pathname;
  const wanted = new URL(path, `docs://${inDocs(GUIDE_PAGES[from].file)}`);
  if (wanted.protocol !== "docs:") return null;
  const page = GUIDE_PAGE_IDS.find((id) => inDocs(GUIDE_PAGES[id].file) === wanted.pathname);
  return page === undefined ? null : { page, heading };
}
