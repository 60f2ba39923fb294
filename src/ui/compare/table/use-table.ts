import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type ColumnSummary, summarizeColumns } from "../../../core/analysis/column-summary.ts";
import type { Comparison } from "../../../core/analysis/compare-respondents.ts";
import { baselineName } from "../../../core/export/comparison-table.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { type QuestionPart, rowsByQuestion } from "./rows-by-question.ts";

interface TableState {
  readonly parts: readonly QuestionPart[];
  readonly summaries: ReadonlyMap<string, ColumnSummary>;
  /** From whom differences are marked, in words. */
  readonly measuredBy: string;
  readonly expanded: ReadonlySet<string>;
  readonly expand: (variable: string) => void;
  readonly open: (question: string, respondent: string) => void;
  readonly element: RefObject<HTMLDivElement | null>;
  /** To be called before a column moves or goes. */
  readonly keepFocus: (id: string, isGone: boolean) => void;
}

/** What is said of a column that has no summary. */
export const NO_SUMMARY: ColumnSummary = { column: "", differs: [], agrees: [], open: [] };

/** What both forms of the table share: the rows by question, what is expanded, and the focus that stays with a heading when columns move. */
export function useTable(comparison: Comparison): TableState {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { folded, onlyDifferences } = workspace.view.comparison;
  const parts = useMemo(
    () => rowsByQuestion(dataset, comparison, { folded, onlyDifferences }),
    [dataset, comparison, folded, onlyDifferences],
  );
  const summaries = useMemo(
    () => new Map(summarizeColumns(comparison).map((summary) => [summary.column, summary])),
    [comparison],
  );
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const expand = useCallback((variable: string) => setExpanded((known) => withToggled(known, variable)), []);
  const { detail } = workspace;
  const opened = useRef(detail);
  useLayoutEffect(() => {
    opened.current = detail;
  }, [detail]);
  const open = useCallback(
    (question: string, respondent: string) => {
      const isOpen = opened.current?.question === question && opened.current.respondent === respondent;
      dispatch({ kind: "detail", detail: isOpen ? null : { question, respondent } });
    },
    [dispatch],
  );
  const [element, keepFocus] = useHeadingFocus(comparison);
  return {
    parts,
    summaries,
    measuredBy: baselineName(comparison) ?? "the majority",
    expanded,
    expand,
    open,
    element,
    keepFocus,
  };
}

function withToggled(known: ReadonlySet<string>, item: string): ReadonlySet<string> {
  return new Set(known.has(item) ? [...known].filter((other) => other !== item) : [...known, item]);
}

// An element that moves in the page loses its focus: it is given back once the columns stand in their new order.
function useHeadingFocus({
  columns,
}: Comparison): readonly [RefObject<HTMLDivElement | null>, TableState["keepFocus"]] {
  const element = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const keepFocus = useCallback(
    (id: string, isGone: boolean) => {
      const at = columns.findIndex((column) => column.id === id);
      const beside = columns[at + 1] ?? columns[at - 1];
      wanted.current = isGone ? (beside?.id ?? null) : id;
    },
    [columns],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for the new order of the columns that the focus waits.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const headings = element.current?.querySelectorAll<HTMLElement>("[data-heading]") ?? [];
    [...headings].find(({ dataset }) => dataset.heading === wanted.current)?.focus();
    wanted.current = null;
  }, [columns]);
  return [element, keepFocus];
}
