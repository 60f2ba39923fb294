import { Button } from "@mantine/core";
import { type ComponentProps, type ReactNode, useMemo } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { parseFilter } from "../../core/query/filter-text.ts";
import { vocabularyOf } from "../../core/query/vocabulary.ts";
import type { GuidePageId } from "../shared/guide-pages.ts";
import { usePackage } from "../shared/use-workspace.tsx";
import classes from "./guide-article.module.css";
import { type GuidePlace, placeOfLink } from "./guide-links.ts";
import { headingSlug } from "./guide-sections.ts";
import { pictureOf } from "./guide-texts.ts";

interface GuideArticleProps {
  readonly page: GuidePageId;
  readonly text: string;
  readonly onOpen: (place: GuidePlace) => void;
}

/** A page of the guide as it reads: its links stay in the guide, its pictures come with the program, and its filters can be tried. */
export function GuideArticle({ page, text, onOpen }: GuideArticleProps): ReactNode {
  const components = useMemo(() => partsOf(page, onOpen), [page, onOpen]);
  return (
    <article className={classes.article}>
      <Markdown components={components} remarkPlugins={[remarkGfm]}>
        {text}
      </Markdown>
    </article>
  );
}

function partsOf(page: GuidePageId, onOpen: (place: GuidePlace) => void): Components {
  return {
    a: ({ href, children }) => (
      <GuideLink place={placeOfLink(page, href ?? "")} onOpen={onOpen}>
        {children}
      </GuideLink>
    ),
    img: ({ src, alt }) => <Picture source={src ?? ""} alt={alt ?? ""} />,
    h1: ({ node, ...props }) => <h1 {...props} id={idOf(node)} tabIndex={-1} />,
    h2: ({ node, ...props }) => <h2 {...props} id={idOf(node)} tabIndex={-1} />,
    h3: ({ node, ...props }) => <h3 {...props} id={idOf(node)} tabIndex={-1} />,
    pre: ({ node, children }) => {
      const [code] = node?.children ?? [];
      const isFilter = code?.type === "element" && String(code.properties.className).includes("language-filter");
      const filter = isFilter ? textOfNode(code).trim() : "";
      return (
        <div className={classes.code}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and there is nothing else in it to focus. */}
          <pre tabIndex={0}>{children}</pre>
          {filter !== "" && <TryFilter text={filter} />}
        </div>
      );
    },
    table: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and may hold nothing to focus.
      <div className={classes.table} tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
  };
}

interface GuideLinkProps {
  readonly place: GuidePlace | null;
  readonly onOpen: (place: GuidePlace) => void;
  readonly children: ReactNode;
}

// What is no page of the guide is a file beside the code, or elsewhere: nothing that this page could open.
function GuideLink({ place, onOpen, children }: GuideLinkProps): ReactNode {
  if (place === null) return <span>{children}</span>;
  return (
    <a
      href={`#/guide?page=${place.page}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        // The address alone would forget the filter.
        event.preventDefault();
        onOpen(place);
      }}
    >
      {children}
    </a>
  );
}

function Picture({ source, alt }: { readonly source: string; readonly alt: string }): ReactNode {
  const address = pictureOf(source);
  if (address === null) return <span>[{alt}]</span>;
  return <img className={classes.picture} src={address} alt={alt} width={1280} height={720} loading="lazy" />;
}

function TryFilter({ text }: { readonly text: string }): ReactNode {
  const { dataset, dispatch } = usePackage();
  const { filter } = parseFilter(text, vocabularyOf(dataset));
  // Another package than the guide tells of may not know what is asked.
  if (filter === undefined) return null;
  return (
    <Button
      variant="default"
      size="compact-xs"
      aria-label={`Try ${text} in Explore`}
      onClick={() => {
        dispatch({ kind: "filter", filter });
        dispatch({ kind: "go", screen: "explore" });
      }}
    >
      Try it
    </Button>
  );
}

type Node = ComponentProps<NonNullable<Exclude<Components["h1"], string>>>["node"];
type Child = NonNullable<Node>["children"][number];

function idOf(node: Node): string {
  return headingSlug((node?.children ?? []).map(textOfNode).join(""));
}

function textOfNode(node: Child): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOfNode).join("") : "";
}
