import { type ReactNode, useMemo } from "react";
import type { Comparison, ComparisonRow } from "../../../core/analysis/compare-respondents.ts";
import { useCellKeys } from "../../shared/use-cell-keys.ts";
import { useWidth } from "../../shared/use-width.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { ColumnHeading } from "./column-heading.tsx";
import { columnPlaces, coveredStyle, leftStyle } from "./column-places.ts";
import { ComparedCell } from "./compared-cell.tsx";
import classes from "./comparison-table.module.css";
import { QuestionFold } from "./question-fold.tsx";
import type { QuestionPart } from "./rows-by-question.ts";
import { StandingCell } from "./standing-cell.tsx";
import { NO_SUMMARY, useTable } from "./use-table.ts";
import { VariableLabel } from "./variable-label.tsx";

type Line =
  | { readonly kind: "question"; readonly part: QuestionPart }
  | { readonly kind: "variable"; readonly row: ComparisonRow };

/** How high the headings are, as in the styles. */
const HEAD = "3.75rem";

/** Variables as rows, grouped by question; states and groups as columns. A cell that differs says so by sign and frame. */
export function ComparisonTable({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const table = useTable(comparison);
  const [measured, width] = useWidth<HTMLDivElement>();
  const { pinned } = workspace.view.comparison;
  const { columns, baseline } = comparison;
  const places = columnPlaces(columns, pinned, width);
  const lines = useMemo(() => linesOf(table.parts), [table.parts]);
  const onKeyDown = useCellKeys(lines.length + 1, columns.length + 1);
  const { detail } = workspace;
  return (
    <div className={classes.frame} ref={measured}>
      <div className={classes.scroll} style={coveredStyle(HEAD, places.covered)} ref={table.element}>
        <table className={classes.table} style={{ width: places.total }} onKeyDown={onKeyDown}>
          <caption className={classes.hidden}>
            {columns.length} columns compared, differences from {table.measuredBy} marked. Arrow keys move, Enter opens
            a response, Alt and an arrow key on a heading move its column.
          </caption>
          <colgroup>
            <col style={{ width: places.header }} />
            {columns.map(({ id }) => (
              <col key={id} style={{ width: places.widthOf(id) }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                Variable
              </th>
              {columns.map((column, i) => (
                <th
                  scope="col"
                  key={column.id}
                  data-pinned={pinned.includes(column.id)}
                  style={leftStyle(places.leftOf(column.id))}
                >
                  <ColumnHeading
                    column={column}
                    summary={table.summaries.get(column.id) ?? NO_SUMMARY}
                    position={`0:${i + 1}`}
                    isTabStop={i === 0}
                    onMove={table.keepFocus}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) =>
              line.kind === "question" ? (
                <tr
                  key={`question ${line.part.question}`}
                  className={classes.questionRow}
                  data-folded={line.part.isFolded}
                >
                  <th scope="row">
                    <QuestionFold part={line.part} position={`${i + 1}:0`} />
                  </th>
                  {columns.map(({ id }) =>
                    line.part.isFolded ? (
                      <StandingCell
                        key={id}
                        summary={table.summaries.get(id) ?? NO_SUMMARY}
                        question={line.part.question}
                        isBaseline={id === baseline}
                        left={places.leftOf(id)}
                      />
                    ) : (
                      <td key={id} />
                    ),
                  )}
                </tr>
              ) : (
                <tr key={line.row.variable.id} data-kind={line.row.variable.kind}>
                  <th scope="row">
                    <VariableLabel
                      dataset={dataset}
                      row={line.row}
                      position={`${i + 1}:0`}
                      isExpanded={table.expanded.has(line.row.variable.id)}
                      onExpand={table.expand}
                    />
                  </th>
                  {columns.map(({ id }, column) => (
                    <ComparedCell
                      key={id}
                      dataset={dataset}
                      row={line.row}
                      column={id}
                      position={`${i + 1}:${column + 1}`}
                      measuredBy={table.measuredBy}
                      isBaseline={id === baseline}
                      left={places.leftOf(id)}
                      isOpen={detail?.question === line.row.variable.question && detail.respondent === id}
                      isExpanded={table.expanded.has(line.row.variable.id)}
                      onOpen={table.open}
                      onExpand={table.expand}
                    />
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function linesOf(parts: readonly QuestionPart[]): readonly Line[] {
  return parts.flatMap((part): readonly Line[] => [
    { kind: "question", part },
    ...(part.isFolded ? [] : part.rows.map((row): Line => ({ kind: "variable", row }))),
  ]);
}
