import { type KeyboardEvent, useCallback } from "react";

const STEPS: Readonly<Partial<Record<string, number>>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Keys within the facets: up and down go from value to value over all facets, Home and End to the first and last;
 * minus or Delete excludes the value that has the focus. Space and Enter include it, as on every button.
 */
export function useFacetKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.facetValue === undefined) return;
    const values = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-facet-value]:not(:disabled)")];
    const next = nextValue(event.key, values, values.indexOf(event.target));
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    } else if (event.key === "-" || event.key === "Delete") {
      event.preventDefault();
      event.target.parentElement?.querySelector<HTMLElement>("[data-facet-exclude]")?.click();
    }
  }, []);
}

function nextValue(key: string, values: readonly HTMLElement[], current: number): HTMLElement | undefined {
  if (key === "Home") return values[0];
  if (key === "End") return values.at(-1);
  const step = STEPS[key];
  return step === undefined ? undefined : values[Math.max(0, Math.min(values.length - 1, current + step))];
}
