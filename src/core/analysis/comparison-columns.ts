import type { Dataset } from "../dataset/dataset.ts";
import { vocabularyOf } from "../query/vocabulary.ts";

/** A column of a comparison: one state, or a named group of states. */
export type ComparedColumn = StateColumn | GroupColumn;

export interface StateColumn {
  readonly kind: "state";
  /** The respondent's code. */
  readonly id: string;
}

export interface GroupColumn {
  readonly kind: "group";
  /** Unlike the code of any respondent, whatever the group's name. */
  readonly id: string;
  readonly name: string;
  readonly respondents: readonly string[];
}

/** A column for each of these states. */
export function stateColumns(respondents: readonly string[]): readonly StateColumn[] {
  return respondents.map((id) => ({ kind: "state", id }));
}

/** A column for a group: those that a filter lets pass, hand-picked ones, or all. Its name is its own among the groups compared. */
export function groupColumn(name: string, respondents: readonly string[]): GroupColumn {
  return { kind: "group", id: `group:${name}`, name, respondents: [...new Set(respondents)] };
}

/** What respondents can be grouped by without further ado. */
export const GROUPINGS = ["region", "membership"] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** A column for each region, or kind of membership, that one of these respondents has, in the order of the filter language. */
export function groupsBy(dataset: Dataset, grouping: Grouping, respondents: readonly string[]): readonly GroupColumn[] {
  const placed = new Map(dataset.respondents.map((respondent) => [respondent.code, respondent[grouping]]));
  return (vocabularyOf(dataset).get(grouping) ?? [])
    .map(({ value, label }) =>
      groupColumn(
        label,
        respondents.filter((code) => placed.get(code) === value),
      ),
    )
    .filter((group) => group.respondents.length > 0);
}

/** Whom a column speaks for. */
export function membersOf(column: ComparedColumn): readonly string[] {
  return column.kind === "state" ? [column.id] : column.respondents;
}

/** What a column is called: the state's code, or the group's name. */
export function columnName(column: ComparedColumn): string {
  return column.kind === "state" ? column.id : column.name;
}
