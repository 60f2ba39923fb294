import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { GUIDE_PAGE_IDS, GUIDE_PAGES, type GuidePageId } from "../shared/guide-pages.ts";
import { MarkedText } from "../shared/marked-text.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { GuideArticle } from "./guide-article.tsx";
import type { GuidePlace } from "./guide-links.ts";
import classes from "./guide-screen.module.css";
import { textOf } from "./guide-texts.ts";
import { type GuideHit, searchableGuide, searchGuide } from "./search-guide.ts";

const MOST_HITS = 30;

/** The guide: its pages by name or by words at the left, the one that is open beside them. */
export function GuideScreen(): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const page = workspace.guide ?? "start";
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<GuidePlace | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const open = useCallback(
    (place: GuidePlace) => {
      setWanted(place);
      dispatch({ kind: "guide", page: place.page });
    },
    [dispatch],
  );
  useEffect(() => {
    if (wanted?.page !== page) text.current?.scrollTo(0, 0);
    else goToHeading(text.current, wanted.heading);
  }, [page, wanted]);
  return (
    <div className={classes.screen}>
      <nav className={classes.pages} aria-label="Pages of the guide">
        <TextInput
          aria-label="Search the guide"
          placeholder="Search the guide"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && setTyped("")}
        />
        {typed.trim() === "" ? <Contents page={page} onOpen={open} /> : <Hits typed={typed} onOpen={open} />}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section ref={text} className={classes.text} tabIndex={0} aria-label={GUIDE_PAGES[page].title}>
        <GuideArticle page={page} text={textOf(page)} onOpen={open} />
      </section>
    </div>
  );
}

interface ContentsProps {
  readonly page: GuidePageId;
  readonly onOpen: (place: GuidePlace) => void;
}

function Contents({ page, onOpen }: ContentsProps): ReactNode {
  const groups = [...new Set(GUIDE_PAGE_IDS.map((id) => GUIDE_PAGES[id].group))];
  return groups.map((group) => (
    <section key={group} aria-label={group}>
      <p className={classes.group}>{group}</p>
      <ul className={classes.list}>
        {GUIDE_PAGE_IDS.filter((id) => GUIDE_PAGES[id].group === group).map((id) => (
          <li key={id}>
            <button
              type="button"
              className={classes.page}
              aria-current={id === page ? "page" : undefined}
              onClick={() => onOpen({ page: id, heading: "" })}
            >
              {GUIDE_PAGES[id].title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Hits({ typed, onOpen }: { readonly typed: string; readonly onOpen: (place: GuidePlace) => void }): ReactNode {
  const guide = useMemo(() => searchableGuide(GUIDE_PAGE_IDS.map((page) => ({ page, text: textOf(page) }))), []);
  const words = useDeferredValue(typed);
  const hits = useMemo(() => searchGuide(guide, words, MOST_HITS), [guide, words]);
  return (
    <>
      <p className={classes.group} role="status">
        {hits.length === 0 ? "Nothing in the guide has all these words." : foundInWords(hits.length)}
      </p>
      <ul className={classes.list}>
        {hits.map((hit) => (
          <li key={`${hit.section.page}#${hit.section.slug}`}>
            <HitLine hit={hit} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface HitLineProps {
  readonly hit: GuideHit;
  readonly onOpen: (place: GuidePlace) => void;
}

function HitLine({ hit: { section, marks, excerpt }, onOpen }: HitLineProps): ReactNode {
  const { title } = GUIDE_PAGES[section.page];
  return (
    <button type="button" className={classes.hit} onClick={() => onOpen({ page: section.page, heading: section.slug })}>
      <span className={classes.name}>{section.title}</span>
      {section.title !== title && <span className={classes.where}>{title}</span>}
      <span className={classes.excerpt}>
        <MarkedText text={section.text} marks={marks} excerpt={excerpt} />
      </span>
    </button>
  );
}

function foundInWords(count: number): string {
  if (count === MOST_HITS) return `The best ${count} sections`;
  return count === 1 ? "1 section" : `${count} sections`;
}

function goToHeading(text: HTMLElement | null, slug: string): void {
  const heading = slug === "" ? text?.querySelector("h1") : text?.querySelector(`[id="${CSS.escape(slug)}"]`);
  if (heading instanceof HTMLElement) heading.focus();
  heading?.scrollIntoView({ block: "start" });
}
