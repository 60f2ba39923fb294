import { type ComparedColumn, membersOf } from "../../core/analysis/comparison-columns.ts";

/** What is laid side by side, and how. */
export interface ComparisonSet {
  /** States and groups, each once, in the order in which they stand. */
  readonly columns: readonly ComparedColumn[];
  /** Ids of columns that stand before the others and stay in sight. */
  readonly pinned: readonly string[];
  /** The id of the column from which differences are marked; null for the majority. */
  readonly baseline: string | null;
  /** Ids of questions of which one row says it all. */
  readonly folded: readonly string[];
  /** Whether states and groups are the rows. */
  readonly isTransposed: boolean;
  readonly onlyDifferences: boolean;
}

export const EMPTY_COMPARISON: ComparisonSet = {
  columns: [],
  pinned: [],
  baseline: null,
  folded: [],
  isTransposed: false,
  onlyDifferences: false,
};

/** A set without pins and a baseline that are no longer among its columns: differences from something that is not on screen would mislead. The same set where all are. */
export function withOwnColumnsOnly(set: ComparisonSet): ComparisonSet {
  const ids = new Set(set.columns.map(({ id }) => id));
  const pinned = set.pinned.filter((id) => ids.has(id));
  const isBaselineThere = set.baseline === null || ids.has(set.baseline);
  if (pinned.length === set.pinned.length && isBaselineThere) return set;
  return { ...set, pinned, baseline: isBaselineThere ? set.baseline : null };
}

/** A set as far as these states are known; a group of which none is goes. The same set where all are. */
export function withKnownStates(set: ComparisonSet, known: ReadonlySet<string>): ComparisonSet {
  if (set.columns.flatMap(membersOf).every((code) => known.has(code))) return set;
  const columns = set.columns
    .map((column) =>
      column.kind === "state"
        ? column
        : { ...column, respondents: column.respondents.filter((code) => known.has(code)) },
    )
    .filter((column) => (column.kind === "state" ? known.has(column.id) : column.respondents.length > 0));
  return withOwnColumnsOnly({ ...set, columns });
}

/** The columns as they stand: the pinned ones first. */
export function shownColumns({
  columns,
  pinned,
}: Pick<ComparisonSet, "columns" | "pinned">): readonly ComparedColumn[] {
  return [...columns.filter(({ id }) => pinned.includes(id)), ...columns.filter(({ id }) => !pinned.includes(id))];
}

/** A set with a column one place further, among the pinned ones or among the others. */
export function withColumnMoved(set: ComparisonSet, id: string, step: -1 | 1): ComparisonSet {
  const shown = shownColumns(set);
  const at = shown.findIndex((column) => column.id === id);
  const [own, other] = [shown[at], shown[at + step]];
  if (own === undefined || other === undefined) return set;
  if (set.pinned.includes(id) !== set.pinned.includes(other.id)) return set;
  return { ...set, columns: shown.with(at, other).with(at + step, own) };
}

/** A set with a column where another stands, on the side from which it came; beside a pinned one it is pinned. */
export function withColumnAt(set: ComparisonSet, id: string, place: string): ComparisonSet {
  const shown = shownColumns(set);
  const own = shown.find((column) => column.id === id);
  const to = shown.findIndex((column) => column.id === place);
  if (own === undefined || to === -1 || id === place) return set;
  const others = set.pinned.filter((other) => other !== id);
  return {
    ...set,
    columns: shown.filter((column) => column !== own).toSpliced(to, 0, own),
    pinned: set.pinned.includes(place) ? [...others, id] : others,
  };
}

/** A set with a column pinned, or no longer so. */
export function withPinToggled(set: ComparisonSet, id: string): ComparisonSet {
  const pinned = set.pinned.includes(id) ? set.pinned.filter((other) => other !== id) : [...set.pinned, id];
  return { ...set, pinned };
}

/** A set without a column. */
export function withoutColumn(set: ComparisonSet, id: string): ComparisonSet {
  return withOwnColumnsOnly({ ...set, columns: set.columns.filter((column) => column.id !== id) });
}

/** A set with more columns; a group of the same name takes the place of the earlier one. */
export function withColumns(set: ComparisonSet, more: readonly ComparedColumn[]): ComparisonSet {
  const replaced = set.columns.map((column) => more.find(({ id }) => id === column.id) ?? column);
  const added = more.filter(({ id }) => !set.columns.some((column) => column.id === id));
  return { ...set, columns: [...replaced, ...added] };
}

/** A set with a question folded to one row, or unfolded. */
export function withFoldToggled(set: ComparisonSet, question: string): ComparisonSet {
  const { folded } = set;
  return {
    ...set,
    folded: folded.includes(question) ? folded.filter((other) => other !== question) : [...folded, question],
  };
}
