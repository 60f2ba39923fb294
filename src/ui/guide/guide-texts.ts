import { GUIDE_PAGES, type GuidePageId } from "../shared/guide-pages.ts";

// The files of docs as they are: what is read on screen is what is read beside the code. Vite reads the choice of files as it stands here.
const TEXTS: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>("../../../docs/guide/*.md", { query: "?raw", import: "default", eager: true }),
  ...import.meta.glob<string>(
    [
      "../../../docs/cli.md",
      "../../../docs/data-package.md",
      "../../../docs/query-draft.md",
      "../../../docs/coding-of-1055.md",
    ],
    { query: "?raw", import: "default", eager: true },
  ),
};

const PICTURES: Readonly<Record<string, string>> = import.meta.glob<string>("../../../docs/guide/images/*.png", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The Markdown of a page. */
export function textOf(page: GuidePageId): string {
  const { file } = GUIDE_PAGES[page];
  const name = file.startsWith("../") ? `../../../docs/${file.slice(3)}` : `../../../docs/guide/${file}`;
  return TEXTS[name] ?? "";
}

/** The address of a picture as a page names it: `images/overview.png`; null where there is none. */
export function pictureOf(source: string): string | null {
  return PICTURES[`../../../docs/guide/${source}`] ?? null;
}
