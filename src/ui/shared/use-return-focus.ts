import { type RefObject, useEffect, useRef } from "react";

/** Gives the focus back to where a part was opened from, when it goes away with the focus in it. What is opened from elsewhere meanwhile is told by another key. */
export function useReturnFocus(part: RefObject<HTMLElement | null>, key: string): void {
  const opener = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that it was opened again.
  useEffect(() => {
    const { activeElement } = document;
    if (part.current?.contains(activeElement) !== true) opener.current = activeElement;
  }, [part, key]);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener.current instanceof HTMLElement) opener.current.focus();
    },
    [],
  );
}
