import { useEffect } from "react";

/** Gives what an ellipsis cuts off its whole text as a title, once the pointer comes to it: what is cut off depends on fonts and widths that no part of the page knows beforehand. */
export function useClippedTitles(): void {
  useEffect(() => {
    const given = new WeakSet<HTMLElement>();
    const onOver = ({ target }: PointerEvent) => {
      for (const element of ancestorsOf(target)) {
        if (given.has(element) || (element.title === "" && isClipped(element))) {
          given.add(element);
          element.title = isClipped(element) ? textOf(element) : "";
        }
      }
    };
    document.addEventListener("pointerover", onOver);
    return () => document.removeEventListener("pointerover", onOver);
  }, []);
}

// What cuts a text off stands close around it.
const FARTHEST = 4;

function ancestorsOf(target: EventTarget | null): readonly HTMLElement[] {
  const elements: HTMLElement[] = [];
  let element = target instanceof Element ? target : null;
  for (let steps = 0; element !== null && steps < FARTHEST; steps++) {
    if (element instanceof HTMLElement) elements.push(element);
    element = element.parentElement;
  }
  return elements;
}

function isClipped(element: HTMLElement): boolean {
  // A closed list of choices says nothing of the width of what is chosen.
  if (element instanceof HTMLSelectElement) return true;
  if (element instanceof HTMLInputElement) return element.readOnly && element.scrollWidth > element.clientWidth;
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  if (textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth) return true;
  return webkitLineClamp !== "none" && element.scrollHeight > element.clientHeight;
}

function textOf(element: HTMLElement): string {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? "";
  return element instanceof HTMLInputElement ? element.value : (element.textContent ?? "");
}
