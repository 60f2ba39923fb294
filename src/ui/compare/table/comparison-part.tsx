import { ActionIcon, Menu, Switch } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { compareRespondents } from "../../../core/analysis/compare-respondents.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { shownColumns } from "../../shared/comparison-set.ts";
import { ExportButton } from "../../shared/export/export-button.tsx";
import { IN_MAIN } from "../../shared/in-main.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { PartTools } from "../part-tools.tsx";
import { BaselineSelect } from "./baseline-select.tsx";
import { ChooseFirst } from "./choose-first.tsx";
import { ColumnsButton } from "./column-choice.tsx";
import { comparisonSource } from "./comparison-source.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { HiddenRows } from "./hidden-rows.tsx";
import { TransposedTable } from "./transposed-table.tsx";

interface ComparisonPartProps {
  readonly powers: readonly HostPower[];
  readonly choice: ReactNode;
}

/** States and groups side by side, variable by variable, with their differences marked. */
export function ComparisonPart({ powers, choice }: ComparisonPartProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const set = workspace.view.comparison;
  const { columns, pinned, baseline, onlyDifferences } = set;
  const comparison = useMemo(
    () => compareRespondents(dataset, { columns: shownColumns({ columns, pinned }), baseline, questions: [] }),
    [dataset, columns, pinned, baseline],
  );
  // One state has nothing beside it; one group already has its shares to show.
  if (columns.length < 2 && columns[0]?.kind !== "group") return <ChooseFirst choice={choice} />;
  return (
    <>
      <PartTools end={<ExportButton sources={[comparisonSource(workspace.view)]} powers={powers} />}>
        {choice}
        <ColumnsButton />
        <BaselineSelect />
        <Switch
          size="xs"
          label="Only rows that differ"
          checked={onlyDifferences}
          onChange={(event) =>
            dispatch({ kind: "compare", comparison: { onlyDifferences: event.currentTarget.checked } })
          }
        />
        <FormMenu />
      </PartTools>
      {set.isTransposed ? <TransposedTable comparison={comparison} /> : <ComparisonTable comparison={comparison} />}
      <HiddenRows comparison={comparison} onlyDifferences={onlyDifferences} />
    </>
  );
}

function FormMenu(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { isTransposed, folded } = workspace.view.comparison;
  const questions = indexOf(dataset).questions.map(({ id }) => id);
  const fold = (ids: readonly string[]) => dispatch({ kind: "compare", comparison: { folded: ids } });
  return (
    <Menu position="bottom-start" portalProps={IN_MAIN}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label="Form of the table">
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => dispatch({ kind: "compare", comparison: { isTransposed: !isTransposed } })}>
          {isTransposed ? "States as columns" : "States as rows"}
        </Menu.Item>
        <Menu.Item disabled={folded.length === questions.length} onClick={() => fold(questions)}>
          Fold all questions
        </Menu.Item>
        <Menu.Item disabled={folded.length === 0} onClick={() => fold([])}>
          Unfold all questions
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
