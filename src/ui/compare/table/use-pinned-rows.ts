import { type RefObject, useEffect, useRef, useState } from "react";

interface PinnedRows {
  readonly head: RefObject<HTMLTableSectionElement | null>;
  readonly pinned: RefObject<HTMLTableSectionElement | null>;
  /** Where the pinned rows stay, in pixels from the top of what scrolls; undefined where they are to scroll with the others. */
  readonly top: number | undefined;
  /** How much of what scrolls lies beneath the head and the pinned rows, in pixels. */
  readonly covered: number;
}

/** The share of what is in sight that stands still at most. */
const MOST = 0.6;

/** Where the pinned rows of a table stay, below its head. Rows are as high as what is in them, so that it is measured; where they would leave too little room for the others, they scroll. */
export function usePinnedRows(scroller: RefObject<HTMLDivElement | null>, count: number): PinnedRows {
  const head = useRef<HTMLTableSectionElement>(null);
  const pinned = useRef<HTMLTableSectionElement>(null);
  const [{ top, covered }, setPlace] = useState<Pick<PinnedRows, "top" | "covered">>({ top: undefined, covered: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are there, or are others, once one is pinned.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const [own = 0, all = 0, room = 0] = [head, pinned, scroller].map(({ current }) =>
        // Rather a little beneath the head than a slit between them.
        Math.floor(current?.getBoundingClientRect().height ?? 0),
      );
      setPlace(own + all > room * MOST ? { top: undefined, covered: own } : { top: own, covered: own + all });
    });
    for (const { current } of [head, pinned, scroller]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, [count]);
  return { head, pinned, top, covered };
}
