import type { PackageEdit } from "../../core/editing/package-edit.ts";
import { EMPTY_FILTER, type Filter, type Reading, type Term } from "../../core/query/filter.ts";
import { printFilter, sameTerm } from "../../core/query/filter-text.ts";
import { type AnalysisChoice, FIRST_ANALYSIS } from "./analysis-choice.ts";
import { type ComparisonSet, EMPTY_COMPARISON, withOwnColumnsOnly } from "./comparison-set.ts";
import type { GuidePageId } from "./guide-pages.ts";
import { joinSteps, type NoteStep } from "./note-steps.ts";
import type { Screen } from "./screens.ts";

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

/** What undo and redo go through: views to return to, and edits of the package or of notes that take others back. */
export type HistoryStep =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "edits"; readonly edits: readonly PackageEdit[] }
  | { readonly kind: "notes"; readonly steps: readonly NoteStep[] };

/** Edits that undo or redo asked for. They are made where the package or the notebook is kept, so that the step waits for the outcome. */
export interface PendingStep {
  readonly direction: "undo" | "redo";
  readonly step: Exclude<HistoryStep, { kind: "view" }>;
}

/** The parts of the notebook, in their order. The one table of their names. */
export const NOTEBOOK_PARTS = {
  notes: "Questions",
  board: "Board",
  suggestions: "Suggestions",
  draft: "Next query",
  sharing: "Sharing",
} as const;

export type NotebookPart = keyof typeof NOTEBOOK_PARTS;

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
  readonly notebookPart: NotebookPart;
  /** The page of the guide that is open; null for its first. */
  readonly guide: GuidePageId | null;
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
  | { readonly kind: "notebook-part"; readonly part: NotebookPart }
  | { readonly kind: "detail"; readonly detail: ResponseKey | null }
  | { readonly kind: "note"; readonly note: string | null }
  | { readonly kind: "part"; readonly part: string | null }
  | { readonly kind: "guide"; readonly page: GuidePageId | null }
  | { readonly kind: "open"; readonly place: Place }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  /** The package was edited; these edits take it back. */
  | { readonly kind: "edited"; readonly inverse: readonly PackageEdit[] }
  /** The pending edits were made, and these take them back; or they could not be made, now or ever. */
  | { readonly kind: "settled"; readonly outcome: readonly PackageEdit[] | "not-now" | "never" }
  /** Notes were edited; these steps take it back. */
  | { readonly kind: "noted"; readonly steps: readonly NoteStep[] }
  /** The pending steps were taken, and these take them back; none where they could not be taken. */
  | { readonly kind: "settled-notes"; readonly steps: readonly NoteStep[] };

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
  notebookPart: "notes",
  guide: null,
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
    case "notebook-part":
      return { ...workspace, notebookPart: action.part };
    case "detail":
      return { ...workspace, detail: action.detail };
    case "note":
      // Whatever leads to a note leads to the part that shows it.
      return { ...workspace, note: action.note, notebookPart: action.note === null ? workspace.notebookPart : "notes" };
    case "part":
      return { ...workspace, part: action.part };
    case "guide":
      return { ...workspace, screen: "guide", guide: action.page ?? workspace.guide };
    case "open":
      return { ...changed(workspace, action.place.view), ...action.place };
    case "undo":
      return undone(workspace);
    case "redo":
      return redone(workspace);
    case "edited":
      return withStep(workspace, { kind: "edits", edits: action.inverse });
    case "settled":
      return action.outcome === "not-now"
        ? { ...workspace, pending: null }
        : settled(workspace, stepOf({ kind: "edits", edits: action.outcome === "never" ? [] : action.outcome }));
    case "noted":
      return noted(workspace, action.steps);
    case "settled-notes":
      return settled(workspace, stepOf({ kind: "notes", steps: action.steps }));
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
  if (step.kind !== "view") return { ...workspace, pending: { direction: "undo", step } };
  const future = [{ kind: "view", view: workspace.view } as const, ...workspace.future];
  return { ...workspace, view: step.view, past: workspace.past.slice(0, -1), future };
}

function redone(workspace: Workspace): Workspace {
  const [step, ...future] = workspace.future;
  if (step === undefined || workspace.pending !== null) return workspace;
  if (step.kind !== "view") return { ...workspace, pending: { direction: "redo", step } };
  return { ...workspace, view: step.view, past: [...workspace.past, { kind: "view", view: workspace.view }], future };
}

// While the edits were made the analyst may have gone on: then there is nothing ahead any more that the step could join.
function settled(workspace: Workspace, back: HistoryStep | null): Workspace {
  const { pending, past, future } = workspace;
  if (pending === null) return workspace;
  const { direction, step } = pending;
  const isNext = direction === "undo" ? past.at(-1) === step : future[0] === step;
  const others: Workspace = {
    ...workspace,
    pending: null,
    past: past.filter((other) => other !== step),
    future: future.filter((other) => other !== step),
  };
  if (back === null || !isNext) return others;
  return direction === "undo"
    ? { ...others, future: [back, ...others.future] }
    : { ...others, past: [...others.past, back] };
}

// What changes nothing is no step.
function stepOf(step: PendingStep["step"]): HistoryStep | null {
  return (step.kind === "edits" ? step.edits : step.steps).length === 0 ? null : step;
}

function noted(workspace: Workspace, steps: readonly NoteStep[]): Workspace {
  const last = workspace.past.at(-1);
  const joined = last?.kind === "notes" && workspace.pending === null ? joinSteps(last.steps, steps) : null;
  if (joined === null) return withStep(workspace, { kind: "notes", steps });
  return { ...workspace, past: [...workspace.past.slice(0, -1), { kind: "notes", steps: joined }], future: [] };
}

function sameView(a: View, b: View): boolean {
  return (
    a.reading === b.reading &&
    printFilter(a.filter) === printFilter(b.filter) &&
    JSON.stringify(a.comparison) === JSON.stringify(b.comparison) &&
    JSON.stringify(a.analysis) === JSON.stringify(b.analysis)
  );
}
