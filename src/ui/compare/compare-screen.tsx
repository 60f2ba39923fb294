import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import type { HostPower } from "../../api/contract.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { COMPARE_PARTS, type ComparePart } from "../shared/workspace.ts";
import classes from "./compare-screen.module.css";
import { CrosstabPart } from "./crosstab/crosstab-part.tsx";
import { SimilarityPart } from "./similarity/similarity-part.tsx";
import { ComparisonPart } from "./table/comparison-part.tsx";
import { TensionsPart } from "./tensions/tensions-part.tsx";
import { TruthTablePart } from "./truth-table/truth-table-part.tsx";

interface PartProps {
  readonly powers: readonly HostPower[];
  /** The choice between the parts, to stand first among a part's own tools. */
  readonly choice: ReactNode;
}

const PARTS: Readonly<Record<ComparePart, (props: PartProps) => ReactNode>> = {
  table: ComparisonPart,
  similarity: SimilarityPart,
  crosstab: CrosstabPart,
  "truth-table": TruthTablePart,
  tensions: TensionsPart,
};

/** Who differs, from whom, and how much it means: states side by side, and what can be counted of them. */
export function CompareScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { workspace } = useWorkspace();
  const Part = PARTS[workspace.comparePart];
  return (
    <div className={classes.screen}>
      <h1 className={classes.hidden}>Compare</h1>
      <Part powers={powers} choice={<PartChoice />} />
    </div>
  );
}

function PartChoice(): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const parts = Object.keys(COMPARE_PARTS) as ComparePart[];
  return (
    <SegmentedControl
      size="xs"
      name="compare-part"
      aria-label="How to compare"
      data={parts.map((value) => ({ value, label: COMPARE_PARTS[value] }))}
      value={workspace.comparePart}
      onChange={(part) => dispatch({ kind: "compare-part", part })}
    />
  );
}
