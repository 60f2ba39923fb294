import { type ReactNode, useMemo } from "react";
import type { Comparison, ComparisonRow } from "../../../core/analysis/compare-respondents.ts";
import type { ComparedColumn } from "../../../core/analysis/comparison-columns.ts";
import { findInRow } from "../../../core/analysis/row-findings.ts";
import { sayFinding } from "../../../core/analysis/row-sentences.ts";
import { useCellKeys } from "../../shared/use-cell-keys.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { ColumnHeading } from "./column-heading.tsx";
import { coveredStyle } from "./column-places.ts";
import { ComparedCell } from "./compared-cell.tsx";
import classes from "./comparison-table.module.css";
import { QuestionFold } from "./question-fold.tsx";
import type { QuestionPart } from "./rows-by-question.ts";
import { StandingCell } from "./standing-cell.tsx";
import { usePinnedRows } from "./use-pinned-rows.ts";
import { NO_SUMMARY, useTable } from "./use-table.ts";

type Field =
  | { readonly kind: "folded"; readonly part: QuestionPart }
  | { readonly kind: "variable"; readonly row: ComparisonRow };

const HEADER = 180;
const FIELD = 190;
const FOLDED = 150;

/** The comparison turned over: states and groups as rows, variables as columns under their questions. */
export function TransposedTable({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const table = useTable(comparison);
  const { columns, baseline } = comparison;
  const fields = useMemo(() => fieldsOf(table.parts), [table.parts]);
  const starts = table.parts.map((_, i) => fieldsOf(table.parts.slice(0, i)).length);
  const onKeyDown = useCellKeys(columns.length + 1, fields.length + 1);
  const { detail } = workspace;
  const pinned = columns.filter(({ id }) => workspace.view.comparison.pinned.includes(id));
  const rows = usePinnedRows(table.element, pinned.length);
  const width = fields.reduce((sum, { kind }) => sum + (kind === "folded" ? FOLDED : FIELD), HEADER);
  const rowOf = (column: ComparedColumn, i: number) => (
    <tr key={column.id}>
      <th scope="row" className={classes.columnHead}>
        <ColumnHeading
          column={column}
          summary={table.summaries.get(column.id) ?? NO_SUMMARY}
          position={`${i + 1}:0`}
          isTabStop={i === 0}
          onMove={table.keepFocus}
        />
      </th>
      {fields.map((field, at) =>
        field.kind === "folded" ? (
          <StandingCell
            key={keyOf(field)}
            summary={table.summaries.get(column.id) ?? NO_SUMMARY}
            question={field.part.question}
            isBaseline={column.id === baseline}
            left={undefined}
          />
        ) : (
          <ComparedCell
            key={keyOf(field)}
            dataset={dataset}
            row={field.row}
            column={column.id}
            position={`${i + 1}:${at + 1}`}
            measuredBy={table.measuredBy}
            isBaseline={column.id === baseline}
            left={undefined}
            isOpen={detail?.question === field.row.variable.question && detail.respondent === column.id}
            isExpanded={table.expanded.has(field.row.variable.id)}
            onOpen={table.open}
            onExpand={table.expand}
          />
        ),
      )}
    </tr>
  );
  return (
    <div className={classes.frame}>
      <div className={classes.scroll} style={coveredStyle(`${rows.covered}px`, HEADER)} ref={table.element}>
        <table className={classes.table} style={{ width }} onKeyDown={onKeyDown}>
          <caption className={classes.hidden}>
            {columns.length} states and groups as rows, differences from {table.measuredBy} marked. Arrow keys move,
            Enter opens a response, Alt and an arrow key on a heading move its row.
          </caption>
          <colgroup>
            <col style={{ width: HEADER }} />
            {fields.map((field) => (
              <col key={keyOf(field)} style={{ width: field.kind === "folded" ? FOLDED : FIELD }} />
            ))}
          </colgroup>
          <thead ref={rows.head}>
            <tr>
              <th scope="col" rowSpan={2} className={classes.corner}>
                State or group
              </th>
              {table.parts.map((part, i) => (
                <th
                  key={part.question}
                  scope="colgroup"
                  colSpan={part.isFolded ? 1 : part.rows.length}
                  className={classes.questionHead}
                  title={part.label}
                >
                  <QuestionFold part={part} position={`0:${(starts[i] ?? 0) + 1}`} />
                </th>
              ))}
            </tr>
            <tr>
              {fields.map((field) => (
                <th key={keyOf(field)} scope="col" className={classes.variableHead}>
                  {field.kind === "folded" ? (
                    <p className={classes.sentence}>{field.part.inWords}</p>
                  ) : (
                    <VariableHeading row={field.row} />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {pinned.length > 0 && (
            <tbody
              ref={rows.pinned}
              className={classes.pinnedRows}
              data-pinned={rows.top !== undefined}
              style={{ top: rows.top }}
            >
              {pinned.map((column, i) => rowOf(column, i))}
            </tbody>
          )}
          <tbody>{columns.slice(pinned.length).map((column, i) => rowOf(column, pinned.length + i))}</tbody>
        </table>
      </div>
    </div>
  );
}

function VariableHeading({ row }: { readonly row: ComparisonRow }): ReactNode {
  const { dataset } = useWorkspace();
  const [first = ""] = findInRow(dataset, row).map((finding) => sayFinding(dataset, row.variable, finding));
  return (
    <>
      <span className={row.variable.kind === "answer" ? classes.answer : undefined} title={row.variable.definition}>
        {row.variable.label}
        {row.differs && (
          <span className={classes.differs}>
            {" "}
            ≠<span className={classes.hidden}> differs</span>
          </span>
        )}
      </span>
      <p className={classes.quiet}>{first}</p>
    </>
  );
}

function fieldsOf(parts: readonly QuestionPart[]): readonly Field[] {
  return parts.flatMap((part): readonly Field[] =>
    part.isFolded ? [{ kind: "folded", part }] : part.rows.map((row): Field => ({ kind: "variable", row })),
  );
}

function keyOf(field: Field): string {
  return field.kind === "folded" ? `question ${field.part.question}` : field.row.variable.id;
}
