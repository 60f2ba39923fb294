import { type RefObject, useEffect, useRef, useState } from "react";

/** How far below what is in sight the next items are drawn already, in pixels. */
const AHEAD = 600;

interface Growing {
  /** How many items to draw. */
  readonly drawn: number;
  /** To stand after the last of them. */
  readonly end: RefObject<HTMLDivElement | null>;
}

/** Draws a long list from its beginning on, and more of it as its end comes into sight. */
export function useGrowing(count: number, step: number): Growing {
  const [limit, setLimit] = useState(step);
  const end = useRef<HTMLDivElement>(null);
  const drawn = Math.min(limit, count);
  // An observer tells of changes only: with more items the end may be in sight still, so it is asked anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (end.current === null || limit >= count) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setLimit((known) => known + step);
      },
      { root: end.current.closest("[data-scroller]"), rootMargin: `0px 0px ${AHEAD}px 0px` },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [drawn, count, limit, step]);
  return { drawn, end };
}
