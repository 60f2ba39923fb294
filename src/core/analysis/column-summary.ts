import type { Comparison, Standing } from "./compare-respondents.ts";

/** In which questions a column differs from the majority or the baseline; each question compared stands in one of the three. */
export interface ColumnSummary {
  readonly column: string;
  /** Ids of questions in the query's order. */
  readonly differs: readonly string[];
  readonly agrees: readonly string[];
  /** Where there is nothing to measure by, or nothing that can be measured. */
  readonly open: readonly string[];
}

/** Sums up each column of a comparison: a question differs where any of its variables does. */
export function summarizeColumns({ columns, rows }: Comparison): readonly ColumnSummary[] {
  const questions = [...new Set(rows.map(({ variable }) => variable.question))];
  return columns.map(({ id }) => {
    const standings = questions.map((question) => {
      const own = rows.filter(({ variable }) => variable.question === question).map(({ cells }) => cells[id]?.stands);
      return own.includes("differs") ? "differs" : own.includes("agrees") ? "agrees" : "open";
    });
    const having = (standing: Standing): readonly string[] => questions.filter((_, i) => standings[i] === standing);
    return { column: id, differs: having("differs"), agrees: having("agrees"), open: having("open") };
  });
}

/** A column's summary in words: "Differs in 3 of 5 comparable questions". */
export function saySummary({ differs, agrees }: ColumnSummary): string {
  const comparable = differs.length + agrees.length;
  if (comparable === 0) return "No comparable question";
  const all = comparable === 1 ? "the one comparable question" : comparable === 2 ? "both comparable questions" : null;
  if (differs.length === 0) return `Agrees in ${all ?? `all ${comparable} comparable questions`}`;
  if (agrees.length === 0) return `Differs in ${all ?? `all ${comparable} comparable questions`}`;
  return `Differs in ${differs.length} of ${comparable} comparable questions`;
}
