import { Button, NumberInput, Popover } from "@mantine/core";
import type { ReactNode } from "react";
import { usualWeight } from "../../../core/analysis/similarity.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import type { Variable } from "../../../core/dataset/resources.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./similarity-part.module.css";

const MOST = 100;

/** How much each variable counts in a similarity; 0 leaves it out. */
export function WeightsButton(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { weights } = workspace.view.analysis;
  const index = indexOf(dataset);
  const changed = Object.keys(weights).length;
  return (
    <Popover position="bottom-end" width={380} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          Weights{changed > 0 && ` (${changed})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Weights">
        <div className={classes.weightsHead}>
          <p>
            For a variable's answer, or each of its codes; 0 leaves it out, as a derived variable is unless you weigh
            it.
          </p>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={changed === 0}
            onClick={() => dispatch({ kind: "analyse", analysis: { weights: {} } })}
          >
            As usual
          </Button>
        </div>
        <div className={classes.weights}>
          {index.questions
            .flatMap(({ id }) => index.variablesOf(id))
            .map((variable) => (
              <WeightInput key={variable.id} variable={variable} />
            ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function WeightInput({ variable }: { readonly variable: Variable }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { weights } = workspace.view.analysis;
  const { id, label, question } = variable;
  const usual = usualWeight(dataset, id);
  const set = (weight: number) => {
    const { [id]: _, ...others } = weights;
    dispatch({ kind: "analyse", analysis: { weights: weight === usual ? others : { ...others, [id]: weight } } });
  };
  return (
    <>
      <span>
        <span className={classes.quiet}>{question}</span> {label}
      </span>
      <NumberInput
        size="xs"
        w={60}
        hideControls
        aria-label={`Weight of ${label}`}
        min={0}
        max={MOST}
        step={0.5}
        decimalScale={2}
        allowNegative={false}
        value={weights[id] ?? usual}
        onChange={(value) => typeof value === "number" && value >= 0 && value <= MOST && set(value)}
      />
    </>
  );
}
