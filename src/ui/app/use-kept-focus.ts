import { useEffect } from "react";
import type { Screen } from "../shared/screens.ts";

/** Keeps the focus on the page: where what had it goes away or can no longer be used, the nearest part around it that stays gets it, or else the screen. */
export function useKeptFocus(screen: Screen): void {
  useEffect(() => {
    let held: readonly Element[] = [];
    let later: ReturnType<typeof setTimeout> | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      held = target instanceof Element ? withAncestors(target) : [];
    };
    const keep = () => {
      if (isLost() && held[0] !== undefined && !isUsable(held[0])) focusOn(held);
    };
    const watcher = new MutationObserver(() => {
      if (!isLost()) return;
      // Whoever took it away may give it on by itself, as a dialog does that closes.
      clearTimeout(later);
      later = setTimeout(keep, 30);
    });
    document.addEventListener("focusin", onFocus);
    watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    return () => {
      clearTimeout(later);
      document.removeEventListener("focusin", onFocus);
      watcher.disconnect();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes to another screen by its keys goes on from there.
  useEffect(() => {
    // In a task of its own: what gets the focus is laid out for it, and a whole screen has just been drawn.
    const later = setTimeout(() => {
      if (isLost()) focusOn([]);
    });
    return () => clearTimeout(later);
  }, [screen]);
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function withAncestors(element: Element): readonly Element[] {
  const elements: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) elements.push(at);
  return elements;
}

function isUsable(element: Element): boolean {
  return element.isConnected && !element.matches(":disabled") && element.checkVisibility();
}

function focusOn(places: readonly Element[]): void {
  const usable = places.filter((place) => place !== document.body && isUsable(place));
  for (const place of [...usable, document.getElementById("screen")]) {
    if (place instanceof HTMLElement && place.hasAttribute("tabindex")) place.focus({ preventScroll: true });
    if (!isLost()) return;
  }
}
