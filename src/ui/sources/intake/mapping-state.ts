import type { Applied } from "../../../core/collection/apply-mapping.ts";
import { editMapping, type MappingEdit } from "../../../core/collection/edit-mapping.ts";
import { extendMapping, likelyGrid, proposeMapping, withColumnsOf } from "../../../core/collection/propose-mapping.ts";
import { cellAt, cellText, columnOf, gridOf, valueKey } from "../../../core/collection/wide-grid.ts";
import type { MappedColumn, WideMapping } from "../../../core/collection/wide-mapping.ts";
import { columnLetters, type Grid } from "../../../core/dataset/grid.ts";

/** What the analyst works on: a sheet, its mapping as corrected so far, and the column that is looked at. */
export interface MappingState {
  readonly grid: Grid;
  readonly mapping: WideMapping;
  /** Index among the mapping's columns. */
  readonly chosen: number;
  /** What undo goes back to, the latest last. */
  readonly past: readonly Before[];
  /** What was corrected last; going on with the same thing is one step. */
  readonly subject: string;
}

type Before = Pick<MappingState, "grid" | "mapping" | "chosen">;

export type MappingAction =
  | { readonly kind: "edit"; readonly edit: MappingEdit }
  | { readonly kind: "choose"; readonly column: number }
  | { readonly kind: "sheet"; readonly grid: Grid }
  /** The header is at this row, and has so many rows: everything under it is proposed anew. */
  | { readonly kind: "header"; readonly header: WideMapping["header"] }
  /** A mapping that was made before, for this table too. */
  | { readonly kind: "apply"; readonly mapping: WideMapping }
  /** Codes for answers that the mapping does not know. */
  | { readonly kind: "extend" }
  | { readonly kind: "undo" };

const MOST_STEPS = 200;

/** The mapping to begin with: one that was made before, or what the likeliest sheet seems to hold. Null where there is no sheet with anything in it. */
export function startMapping(grids: readonly Grid[], before?: WideMapping): MappingState | null {
  const grid = grids.find(({ name }) => name === before?.sheet) ?? likelyGrid(grids);
  if (grid === undefined) return null;
  const mapping = before === undefined ? proposeMapping(grid) : withColumnsOf(grid, before);
  return { ...beginning(grid, mapping), past: [], subject: "" };
}

/** The state after an action; every one but choosing a column can be undone. */
export function mappingReducer(state: MappingState, action: MappingAction): MappingState {
  if (action.kind === "choose") return { ...state, chosen: action.column, subject: "" };
  if (action.kind === "undo") return undone(state);
  const after = changed(state, action);
  const subject = subjectOf(action);
  if (subject !== "" && subject === state.subject) return { ...after, past: state.past, subject };
  const { grid, mapping, chosen } = state;
  return { ...after, past: [...state.past, { grid, mapping, chosen }].slice(-MOST_STEPS), subject };
}

function changed(state: MappingState, action: Exclude<MappingAction, { readonly kind: "choose" | "undo" }>): Before {
  const { grid, mapping } = state;
  switch (action.kind) {
    case "edit":
      return { ...state, mapping: editMapping(grid, mapping, action.edit) };
    case "sheet":
      return beginning(action.grid, { ...proposeMapping(action.grid), package: mapping.package });
    case "header":
      return beginning(grid, { ...proposeMapping(grid, action.header), package: mapping.package });
    case "apply":
      return beginning(grid, withColumnsOf(grid, action.mapping));
    case "extend":
      return { ...state, mapping: extendMapping(grid, mapping) };
  }
}

function undone(state: MappingState): MappingState {
  const before = state.past.at(-1);
  return before === undefined ? state : { ...before, past: state.past.slice(0, -1), subject: "" };
}

// Texts are typed letter by letter: as long as it is the same text, it is one step.
function subjectOf(action: MappingAction): string {
  if (action.kind !== "edit") return "";
  const { edit } = action;
  switch (edit.kind) {
    case "package":
    case "question":
    case "list":
    case "code":
      return JSON.stringify({ ...edit, change: Object.keys(edit.change) });
    default:
      return "";
  }
}

// Looked at first is what needs the analyst most: the first column of answers.
function beginning(grid: Grid, mapping: WideMapping): Before {
  const first = mapping.columns.findIndex(({ is }) => is === "answer" || is === "summary");
  return { grid, mapping, chosen: Math.max(0, first) };
}

/** The question that a column is of, by id; null where it is of none. */
export function questionOf({ lists }: WideMapping, column: MappedColumn): string | null {
  if ("question" in column) return column.question;
  return column.is === "codes" ? (lists.find(({ id }) => id === column.variable)?.question ?? null) : null;
}

/** The distinct texts under a column with how many rows have each, in the order of the table. */
export function distinctTexts(
  { grid, mapping }: Pick<MappingState, "grid" | "mapping">,
  mapped: MappedColumn,
): readonly { readonly text: string; readonly rows: number }[] {
  const wide = gridOf(grid, mapping);
  const column = columnOf(wide, mapped);
  const found = new Map<string, { readonly text: string; readonly rows: number }>();
  for (const row of column === undefined ? [] : wide.rows) {
    const text = cellText(cellAt(row, column?.at ?? 0)).trim();
    const before = found.get(valueKey(text));
    found.set(valueKey(text), { text: before?.text ?? text, rows: (before?.rows ?? 0) + 1 });
  }
  return [...found.values()];
}

/** Whether the table has answers that the mapping does not know, so that codes can be proposed for them. */
export function isExtendable({ grid, mapping }: MappingState): boolean {
  const size = ({ questions, lists }: WideMapping): number =>
    [...questions, ...lists].flatMap(({ codes }) => codes.flatMap(({ values }) => values)).length;
  return size(extendMapping(grid, mapping)) > size(mapping);
}

/** Index of the mapped column that a fault names by its letters; -1 where there is none. */
export function columnNamed({ grid, mapping }: MappingState, name: string): number {
  const wide = gridOf(grid, mapping);
  const letters = name.split(" ", 1)[0];
  return mapping.columns.findIndex((mapped) => {
    const column = columnOf(wide, mapped);
    return column !== undefined && columnLetters(column.at) === letters;
  });
}

/** How many states have each code: by `question/code` of an answer, by `variable/code` of a list. */
export function codeCounts({ reading }: Applied): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { question, answer } of reading.responses) add(`answer ${question}/${answer}`);
  for (const { variable, code } of reading.observations) add(`list ${variable}/${code}`);
  return counts;
}
