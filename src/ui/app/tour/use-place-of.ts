import { useEffect, useState } from "react";

/** Where something is on screen, in pixels from its top left corner. */
export interface PlaceOnScreen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the first thing that a selector finds is, followed while it moves; null as long as there is none. */
export function usePlaceOf(selector: string): PlaceOnScreen | null {
  const [place, setPlace] = useState<PlaceOnScreen | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      const found = document.querySelector(selector)?.getBoundingClientRect() ?? null;
      setPlace((before) => (isSame(before, found) ? before : found));
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [selector]);
  return place;
}

function isSame(a: PlaceOnScreen | null, b: PlaceOnScreen | null): boolean {
  if (a === null || b === null) return a === b;
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}
