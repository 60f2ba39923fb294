import type { ExportColumn } from "./export-table.ts";

/** What stands above a column's header: its group, and over how many columns that reaches; 0 where the one before it reaches over it. */
export interface GroupSpan {
  /** Empty where the column is in no group. */
  readonly group: string;
  readonly span: number;
}

/** The row of groups above the headers of columns; empty where none is in a group. */
export function groupSpans(columns: readonly (ExportColumn | undefined)[]): readonly GroupSpan[] {
  const groups = columns.map((column) => column?.group ?? "");
  if (groups.every((group) => group === "")) return [];
  return groups.map((group, i) => {
    if (group === "") return { group, span: 1 };
    if (groups[i - 1] === group) return { group, span: 0 };
    const next = groups.findIndex((other, at) => at > i && other !== group);
    return { group, span: (next === -1 ? groups.length : next) - i };
  });
}
