import { type ReactNode, useMemo } from "react";
import type { Comparison, ComparisonRow } from "../../core/analysis/compare-respondents.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { NetworkMark } from "../shared/network-mark.tsx";
import { useCellKeys } from "../shared/use-cell-keys.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { ComparedCell } from "./compared-cell.tsx";
import classes from "./comparison-table.module.css";

interface ComparisonTableProps {
  readonly comparison: Comparison;
  readonly onlyDifferences: boolean;
}

/** Variables as rows, grouped by question; states as columns. A cell that differs says so by sign and frame. */
export function ComparisonTable({ comparison, onlyDifferences }: ComparisonTableProps): ReactNode {
  const { dataset } = useWorkspace();
  const index = indexOf(dataset);
  const rows = useMemo(
    () => comparison.rows.filter((row) => row.differs || !onlyDifferences),
    [comparison, onlyDifferences],
  );
  const onKeyDown = useCellKeys(rows.length, comparison.columns.length);
  return (
    <div className={classes.scroll}>
      <table className={classes.table} onKeyDown={onKeyDown}>
        <caption>
          {comparison.columns.length} states compared, differences from {comparison.baseline ?? "the majority"} marked.
          Arrow keys move, Enter opens a response.
        </caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              Variable
            </th>
            {comparison.columns.map(({ id: code }) => (
              <th
                scope="col"
                key={code}
                title={index.respondent(code).name}
                data-baseline={code === comparison.baseline}
              >
                {code} <NetworkMark respondent={index.respondent(code)} />{" "}
                <span className={classes.name}>{index.respondent(code).name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <VariableRow
              key={row.variable.id}
              row={row}
              rowIndex={i}
              columns={comparison.columns.map(({ id }) => id)}
              baseline={comparison.baseline}
              startsQuestion={rows[i - 1]?.variable.question !== row.variable.question}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface VariableRowProps {
  readonly row: ComparisonRow;
  readonly rowIndex: number;
  readonly columns: readonly string[];
  readonly baseline: string | null;
  readonly startsQuestion: boolean;
}

function VariableRow({ row, rowIndex, columns, baseline, startsQuestion }: VariableRowProps): ReactNode {
  const { variable } = row;
  return (
    <tr data-starts={startsQuestion} data-kind={variable.kind}>
      <th scope="row" title={variable.definition}>
        <span className={classes.question}>{startsQuestion ? variable.question : ""}</span>
        <span className={classes.label}>
          {variable.label}
          {row.differs && (
            <span className={classes.differs} title="Comparable answers differ">
              ≠<span className={classes.hidden}> differs</span>
            </span>
          )}
        </span>
      </th>
      {columns.map((respondent, column) => (
        <ComparedCell
          key={respondent}
          row={row}
          respondent={respondent}
          position={`${rowIndex}:${column}`}
          isBaseline={respondent === baseline}
        />
      ))}
    </tr>
  );
}
