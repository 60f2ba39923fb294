import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { columnName } from "../../../core/analysis/comparison-columns.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";

const MAJORITY = "majority";
const COLUMN = "column:";

/** From what differences are marked: the majority of comparable answers, or one of the columns. */
export function BaselineSelect(): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { columns, baseline } = workspace.view.comparison;
  return (
    <Select
      w={190}
      size="xs"
      aria-label="Differences from"
      data={[
        { value: MAJORITY, label: "Differ from majority" },
        ...columns.map((column) => ({ value: COLUMN + column.id, label: `Differ from ${columnName(column)}` })),
      ]}
      value={baseline === null ? MAJORITY : COLUMN + baseline}
      allowDeselect={false}
      onChange={(value) =>
        dispatch({
          kind: "compare",
          comparison: { baseline: value?.startsWith(COLUMN) ? value.slice(COLUMN.length) : null },
        })
      }
    />
  );
}
