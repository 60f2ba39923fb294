/** Responses chosen one by one, as positions in the dataset's table, and where a range begins. */
export interface ResponseSelection {
  readonly chosen: ReadonlySet<number>;
  readonly anchor: number | null;
}

/** What is shown, as positions in the order in which they are shown. */
export type Shown = Uint32Array;

export type SelectionAction =
  | { readonly kind: "toggle"; readonly position: number }
  /** Chooses all from where the last choice was made to here. */
  | { readonly kind: "range"; readonly position: number; readonly shown: Shown }
  | { readonly kind: "all"; readonly shown: Shown }
  | { readonly kind: "clear" };

export const NOTHING_CHOSEN: ResponseSelection = { chosen: new Set(), anchor: null };

/** The next selection. */
export function reduceSelection(selection: ResponseSelection, action: SelectionAction): ResponseSelection {
  switch (action.kind) {
    case "toggle":
      return { chosen: toggled(selection.chosen, action.position), anchor: action.position };
    case "range":
      return { chosen: withRange(selection, action.position, action.shown), anchor: action.position };
    case "all":
      return { chosen: new Set(action.shown), anchor: selection.anchor };
    case "clear":
      return NOTHING_CHOSEN;
  }
}

/** What is chosen of what is shown, in its order. What a filter hides stays chosen, but nothing is done with it unseen. */
export function chosenAmong({ chosen }: ResponseSelection, shown: Shown): readonly number[] {
  return chosen.size === 0 ? [] : Array.from(shown).filter((position) => chosen.has(position));
}

function toggled(chosen: ReadonlySet<number>, position: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(position)) next.add(position);
  return next;
}

function withRange({ chosen, anchor }: ResponseSelection, position: number, shown: Shown): ReadonlySet<number> {
  const [from, to] = [anchor === null ? -1 : shown.indexOf(anchor), shown.indexOf(position)];
  // Where the range began is no longer shown: there is nothing between.
  if (from === -1 || to === -1) return new Set([...chosen, position]);
  return new Set([...chosen, ...shown.subarray(Math.min(from, to), Math.max(from, to) + 1)]);
}
