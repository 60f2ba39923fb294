import type { PackageEdit } from "../../core/editing/package-edit.ts";
import { EMPTY_FILTER, type Filter, type Reading, type Term } from "../../core/query/filter.ts";
import { printFilter, sameTerm } from "../../core/query/filter-text.ts";
import { type AnalysisChoice, FIRST_ANALYSIS } from "./analysis-choice.ts";
import { type ComparisonSet, EMPTY_COMPARISON, withOwnColumnsOnly } from "./comparison-set.ts";

/** The five screens, in the order of the rail. The one table of their names. */
export const SCREENS = {
  overview: "Overview",
  explore: "Explore",
  compare: "Compare",
  notebook: "Notebook",
  sources: "Sources",
} as const;

export type Screen = keyof typeof SCREENS;

/** The ways to compare, in their order. The one table of their names. */
export const COMPARE_PARTS = {
  table: "Table",
  similarity: "Similarity",
  crosstab: "Cross-table",
  "truth-table": "Truth table",
  tensions: "Tensions",
} as const;

export type ComparePart = keyof typeof COMPARE_PARTS;

/** How the package is looked at: the filter with its reading, the comparison, and the analyses. */
export interface View {
  readonly filter: Filter;
  readonly reading: Reading;
  readonly comparison: ComparisonSet;
  readonly analysis: AnalysisChoice;
}

/** What undo and redo go through: views to return to, and edits of the package that take others back. */
export type HistoryStep =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "edits"; readonly edits: readonly PackageEdit[] };

/** Edits that undo or redo asked for. They are made where the package is kept, so that the step waits for the outcome. */
export interface PendingStep {
  readonly direction: "undo" | "redo";
  readonly step: Extract<HistoryStep, { kind: "edits" }>;
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
  readonly comparePart: ComparePart;
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  readonly pending: PendingStep | null;
}

export interface ResponseKey {
  readonly question: string;
  readonly respondent: string;
}

export type WorkspaceAction =
  | { readonly kind: "go"; readonly screen: Screen }
  /** With the filter its reading changes where it is given. */
  | { readonly kind: "filter"; readonly filter: Filter; readonly reading?: Reading }
  | { readonly kind: "remove-term"; readonly term: Term }
  | { readonly kind: "reading"; readonly reading: Reading }
  | { readonly kind: "compare"; readonly comparison: Partial<ComparisonSet> }
  | { readonly kind: "analyse"; readonly analysis: Partial<AnalysisChoice> }
  | { readonly kind: "compare-part"; readonly part: ComparePart }
  | { readonly kind: "detail"; readonly detail: ResponseKey | null }
  | { readonly kind: "note"; readonly note: string | null }
  | { readonly kind: "part"; readonly part: string | null }
  | { readonly kind: "open"; readonly place: Place }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  /** The package was edited; these edits take it back. */
  | { readonly kind: "edited"; readonly inverse: readonly PackageEdit[] }
  /** The pending edits were made, and these take them back; or they could not be made, now or ever. */
  | { readonly kind: "settled"; readonly outcome: readonly PackageEdit[] | "not-now" | "never" };

/** What an address can say: a workspace without its history. */
export type Place = Omit<Workspace, "past" | "future" | "pending">;

export const EMPTY_PLACE: Place = {
  screen: "overview",
  view: {
    filter: EMPTY_FILTER,
    reading: "states",
    comparison: EMPTY_COMPARISON,
    analysis: FIRST_ANALYSIS,
  },
  detail: null,
  note: null,
  part: null,
  comparePart: "table",
};

const LONGEST_HISTORY = 200;

/** A workspace at a place, with nothing to undo. */
export function workspaceAt(place: Place): Workspace {
  return { ...place, past: [], future: [], pending: null };
}

/** The next workspace. Every change of the view and every edit of the package can be undone; moving about is not a change. */
export function reduceWorkspace(workspace: Workspace, action: WorkspaceAction): Workspace {
  const { view } = workspace;
  switch (action.kind) {
    case "go":
      return { ...workspace, screen: action.screen };
    case "filter":
      return changed(workspace, { ...view, filter: action.filter, reading: action.reading ?? view.reading });
    case "remove-term":
      return changed(workspace, { ...view, filter: withoutTerm(view.filter, action.term) });
    case "reading":
      return changed(workspace, { ...view, reading: action.reading });
    case "compare":
      return changed(workspace, {
        ...view,
        comparison: withOwnColumnsOnly({ ...view.comparison, ...action.comparison }),
      });
    case "analyse":
      return changed(workspace, { ...view, analysis: { ...view.analysis, ...action.analysis } });
    case "compare-part":
      return { ...workspace, comparePart: action.part };
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
    case "edited":
      return withStep(workspace, { kind: "edits", edits: action.inverse });
    case "settled":
      return settled(workspace, action.outcome);
  }
}

/** A filter without one of its terms. */
export function withoutTerm(filter: Filter, term: Term): Filter {
  return { terms: filter.terms.filter((other) => !sameTerm(other, term)) };
}

function changed(workspace: Workspace, view: View): Workspace {
  if (sameView(workspace.view, view)) return workspace;
  return { ...withStep(workspace, { kind: "view", view: workspace.view }), view };
}

function withStep(workspace: Workspace, step: HistoryStep): Workspace {
  return { ...workspace, past: [...workspace.past, step].slice(-LONGEST_HISTORY), future: [] };
}

function undone(workspace: Workspace): Workspace {
  const step = workspace.past.at(-1);
  if (step === undefined || workspace.pending !== null) return workspace;
  if (step.kind === "edits") return { ...workspace, pending: { direction: "undo", step } };
  const future = [{ kind: "view", view: workspace.view } as const, ...workspace.future];
  return { ...workspace, view: step.view, past: workspace.past.slice(0, -1), future };
}

function redone(workspace: Workspace): Workspace {
  const [step, ...future] = workspace.future;
  if (step === undefined || workspace.pending !== null) return workspace;
  if (step.kind === "edits") return { ...workspace, pending: { direction: "redo", step } };
  return { ...workspace, view: step.view, past: [...workspace.past, { kind: "view", view: workspace.view }], future };
}

// While the edits were made the analyst may have gone on: then there is nothing ahead any more that the step could join.
function settled(workspace: Workspace, outcome: readonly PackageEdit[] | "not-now" | "never"): Workspace {
  const { pending, past, future } = workspace;
  if (pending === null) return workspace;
  const idle: Workspace = { ...workspace, pending: null };
  if (outcome === "not-now") return idle;
  const { direction, step } = pending;
  const isNext = direction === "undo" ? past.at(-1) === step : future[0] === step;
  const others: Workspace = {
    ...idle,
    past: past.filter((other) => other !== step),
    future: future.filter((other) => other !== step),
  };
  if (outcome === "never" || outcome.length === 0 || !isNext) return others;
  const back: HistoryStep = { kind: "edits", edits: outcome };
  return direction === "undo"
    ? { ...others, future: [back, ...others.future] }
    : { ...others, past: [...others.past, back] };
}

function sameView(a: View, b: View): boolean {
  return (
    a.reading === b.reading &&
    printFilter(a.filter) === printFilter(b.filter) &&
    JSON.stringify(a.comparison) === JSON.stringify(b.comparison) &&
    JSON.stringify(a.analysis) === JSON.stringify(b.analysis)
  );
}
