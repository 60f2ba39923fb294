import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import type { Grid } from "../../../core/dataset/grid.ts";
import { MappingAnswers } from "./mapping-answers.tsx";
import { MappingColumns } from "./mapping-columns.tsx";
import { MappingHeader } from "./mapping-header.tsx";
import { MappingResult } from "./mapping-result.tsx";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

interface MappingStepProps extends MappingInHand {
  /** The sheets to choose from. */
  readonly grids: readonly Grid[];
  /** What stands at the right of the sheet: saving the mapping, applying one that was saved. */
  readonly tools?: ReactNode;
}

/** A wide table being understood: what each column is, what each answer means, and what becomes of it at once. Fills the height that it is given. */
export function MappingStep({ grids, state, applied, dispatch, tools }: MappingStepProps): ReactNode {
  const { grid, mapping } = state;
  return (
    <div className={classes.step}>
      <div className={classes.bar}>
        {grids.length > 1 && (
          <Select
            size="xs"
            allowDeselect={false}
            label="Sheet"
            value={`${grids.indexOf(grid)}`}
            data={grids.map(({ file }, i) => ({ value: `${i}`, label: file }))}
            onChange={(value) => {
              const chosen = grids[Number(value)];
              if (chosen !== undefined) dispatch({ kind: "sheet", grid: chosen });
            }}
          />
        )}
        <MappingHeader mapping={mapping} dispatch={dispatch} />
        {tools !== undefined && <div className={classes.tools}>{tools}</div>}
      </div>
      <div className={classes.panes}>
        <MappingColumns state={state} dispatch={dispatch} />
        <MappingAnswers state={state} applied={applied} dispatch={dispatch} />
      </div>
      <MappingResult state={state} applied={applied} dispatch={dispatch} />
    </div>
  );
}
