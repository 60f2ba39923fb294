/** What a question is written about: Refs of what has the focus or was marked with the pointer, and the marked words; empty where nothing was. */
export interface Captured {
  readonly refs: readonly string[];
  readonly selected: string;
}

/** What the analyst is looking at now: marked text first, then what has the focus, then the response that is open. Whatever can be asked about says its Refs in `data-cites`. */
export function capturedHere(open: string | null): Captured {
  const selection = getSelection();
  const selected = selection === null || selection.isCollapsed ? "" : selection.toString().trim();
  const marked = selected === "" ? [] : refsAround(selection?.anchorNode?.parentElement ?? null);
  if (marked.length > 0) return { refs: marked, selected };
  const focused = refsAround(document.activeElement);
  if (focused.length > 0) return { refs: focused, selected };
  return { refs: open === null ? [] : [open], selected };
}

function refsAround(element: Element | null): readonly string[] {
  const cites = element?.closest<HTMLElement>("[data-cites]")?.dataset.cites ?? "";
  return cites === "" ? [] : cites.split(" ");
}
