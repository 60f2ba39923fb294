import { EMPTY_FILTER, type Filter, type Reading, type Term } from "../../core/query/filter.ts";
import { printFilter, sameTerm } from "../../core/query/filter-text.ts";

/** The five screens, in the order of the rail. The one table of their names. */
export const SCREENS = {
  overview: "Overview",
  explore: "Explore",
  compare: "Compare",
  notebook: "Notebook",
  sources: "Sources",
} as const;

export type Screen = keyof typeof SCREENS;

/** Which states are laid side by side, and how. */
export interface ComparisonSet {
  readonly respondents: readonly string[];
  readonly baseline: string | null;
  readonly onlyDifferences: boolean;
}

/** What undo and redo go through: the filter with its reading, and the comparison. */
export interface View {
  readonly filter: Filter;
  readonly reading: Reading;
  readonly comparison: ComparisonSet;
}

/** Where the analyst is. */
export interface Workspace {
  readonly screen: Screen;
  readonly view: View;
  /** The response whose details are open, as question and respondent. */
  readonly detail: ResponseKey | null;
  /** The note that is open in the notebook. */
  readonly note: string | null;
  /** The part of the sources that is open; null for their first. */
  readonly part: string | null;
  readonly past: readonly View[];
  readonly future: readonly View[];
}

export interface ResponseKey {
  readonly question: string;
  readonly respondent: string;
}

export type WorkspaceAction =
  | { readonly kind: "go"; readonly screen: Screen }
  | { readonly kind: "filter"; readonly filter: Filter }
  | { readonly kind: "remove-term"; readonly term: Term }
  | { readonly kind: "reading"; readonly reading: Reading }
  | { readonly kind: "compare"; readonly comparison: Partial<ComparisonSet> }
  | { readonly kind: "detail"; readonly detail: ResponseKey | null }
  | { readonly kind: "note"; readonly note: string | null }
  | { readonly kind: "part"; readonly part: string | null }
  | { readonly kind: "open"; readonly place: Place }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

/** What an address can say: a workspace without its history. */
export type Place = Omit<Workspace, "past" | "future">;

export const EMPTY_PLACE: Place = {
  screen: "overview",
  view: {
    filter: EMPTY_FILTER,
    reading: "states",
    comparison: { respondents: [], baseline: null, onlyDifferences: false },
  },
  detail: null,
  note: null,
  part: null,
};

const LONGEST_HISTORY = 200;

/** A workspace at a place, with nothing to undo. */
export function workspaceAt(place: Place): Workspace {
  return { ...place, past: [], future: [] };
}

/** The next workspace. Every change of the view can be undone; moving about is not a change. */
export function reduceWorkspace(workspace: Workspace, action: WorkspaceAction): Workspace {
  const { view } = workspace;
  switch (action.kind) {
    case "go":
      return { ...workspace, screen: action.screen };
    case "filter":
      return changed(workspace, { ...view, filter: action.filter });
    case "remove-term":
      return changed(workspace, { ...view, filter: withoutTerm(view.filter, action.term) });
    case "reading":
      return changed(workspace, { ...view, reading: action.reading });
    case "compare":
      return changed(workspace, {
        ...view,
        comparison: withBaselineAmong({ ...view.comparison, ...action.comparison }),
      });
    case "detail":
      return { ...workspace, detail: action.detail };
    case "note":
      return { ...workspace, note: action.note };
    case "part":
      return { ...workspace, part: action.part };
    case "open":
      return { ...changed(workspace, action.place.view), ...action.place };
    case "undo":
      return undone(workspace);
    case "redo":
      return redone(workspace);
  }
}

/** A filter without one of its terms. */
export function withoutTerm(filter: Filter, term: Term): Filter {
  return { terms: filter.terms.filter((other) => !sameTerm(other, term)) };
}

function changed(workspace: Workspace, view: View): Workspace {
  if (sameView(workspace.view, view)) return workspace;
  return { ...workspace, view, past: [...workspace.past, workspace.view].slice(-LONGEST_HISTORY), future: [] };
}

function undone(workspace: Workspace): Workspace {
  const view = workspace.past.at(-1);
  if (view === undefined) return workspace;
  return { ...workspace, view, past: workspace.past.slice(0, -1), future: [workspace.view, ...workspace.future] };
}

function redone(workspace: Workspace): Workspace {
  const [view, ...future] = workspace.future;
  if (view === undefined) return workspace;
  return { ...workspace, view, past: [...workspace.past, workspace.view], future };
}

// A baseline that is no longer compared would mark differences from something that is not on screen.
function withBaselineAmong(comparison: ComparisonSet): ComparisonSet {
  const isThere = comparison.baseline !== null && comparison.respondents.includes(comparison.baseline);
  return isThere ? comparison : { ...comparison, baseline: null };
}

function sameView(a: View, b: View): boolean {
  return (
    a.reading === b.reading &&
    printFilter(a.filter) === printFilter(b.filter) &&
    JSON.stringify(a.comparison) === JSON.stringify(b.comparison)
  );
}
